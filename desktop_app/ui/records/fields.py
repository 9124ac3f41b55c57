"""Every kind of field there is, to be imported from one place."""

from desktop_app.ui.records.choice_fields import ChoiceField, RecordField, RecordPicker
from desktop_app.ui.records.date_fields import DateField, DateTimeField, TimeField
from desktop_app.ui.records.field import Field
from desktop_app.ui.records.number_field import NumberField
from desktop_app.ui.records.rich_text_field import RichTextField
from desktop_app.ui.records.text_fields import CheckField, LineField, LinesField, TextField

__all__ = [
    "CheckField",
    "ChoiceField",
    "DateField",
    "DateTimeField",
    "Field",
    "LineField",
    "LinesField",
    "NumberField",
    "RecordField",
    "RecordPicker",
    "RichTextField",
    "TextField",
    "TimeField",
]
