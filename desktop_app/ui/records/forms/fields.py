"""Every kind of field there is, to be imported from one place."""

from desktop_app.ui.records.forms.choice_fields import ChoiceField, RecordField, RecordPicker
from desktop_app.ui.records.forms.date_fields import DateField, DateTimeField, TimeField
from desktop_app.ui.records.forms.field import Field
from desktop_app.ui.records.forms.number_field import NumberField
from desktop_app.ui.records.forms.text_fields import CheckField, LineField, LinesField, TextField
from desktop_app.ui.records.rich_text.rich_text_field import RichTextField

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
