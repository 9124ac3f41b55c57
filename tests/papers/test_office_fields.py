"""The values for templates are plain words, and every promised field has one."""

from __future__ import annotations

import pytest

from desktop_app.domain.commendations.awarding import Awarding
from desktop_app.domain.sample.cluster import sample_cluster
from desktop_app.new_file import award_catalogue
from desktop_app.papers.office_templates import TEMPLATE_SORTS, sort_with_key


@pytest.fixture(scope="module")
def records():
    sample = sample_cluster(award_catalogue())
    decision = sample.decisions[0]
    return {
        "submission": sample.submission,
        "invitation": sample.meetings[0],
        "award-decision": Awarding(id=decision.id, decision=decision),
    }


@pytest.mark.parametrize("sort", TEMPLATE_SORTS, ids=lambda sort: sort.key)
def test_every_field_has_its_value_and_no_other(records, sort):
    record = records[sort.key]
    values = sort.values(record, next((part for part, _ in sort.paper.parts(record)), None))
    assert set(values) == {field.name for field in sort.fields}
    for field in sort.fields:
        value = values[field.name]
        if not field.is_list:
            assert type(value) is str, field.name
        elif field.parts:
            assert value, field.name
            assert all(set(row) == {part.name for part in field.parts} for row in value)
            assert all(type(words) is str for row in value for words in row.values())
        else:
            assert all(type(words) is str for words in value), field.name


@pytest.mark.parametrize("sort", TEMPLATE_SORTS, ids=lambda sort: sort.key)
def test_names_of_fields_are_plain_and_told_once(sort):
    names = [field.name for field in sort.fields]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name.isidentifier() and name.islower() for name in names)
    assert all(field.label for field in sort.fields)


def test_the_words_are_those_of_the_paper(records):
    values = sort_with_key("submission").values(records["submission"])
    assert values["loai_van_ban"] == "TỜ TRÌNH"
    assert values["trich_yeu"] == records["submission"].subject
    assert values["can_cu"][0].startswith("Căn cứ")
    assert not any(ground in values["noi_dung"] for ground in values["can_cu"])
    assert values["noi_nhan"].splitlines()[0] == "- Như trên;"
