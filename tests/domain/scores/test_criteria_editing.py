"""Changes of a tree of criteria: what moves takes its branch with it, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.scores import criteria_editing as editing
from desktop_app.domain.scores.criteria_tree import CriteriaTree
from desktop_app.domain.scores.criterion import Criterion, Kind
from tests.domain.scores.conftest import criterion

TREE = editing.in_tree_order(
    (
        criterion("I", Kind.GROUP),
        criterion("I.1", Kind.GROUP, parent="I"),
        criterion("I.1.a", Kind.COUNT, parent="I.1"),
        criterion("I.1.b", Kind.COUNT, parent="I.1"),
        criterion("I.2", Kind.COUNT, parent="I"),
        criterion("II", Kind.GROUP),
        criterion("II.1", Kind.COUNT, parent="II"),
    )
)
NEW = Criterion(id="moi", code="?", text="Mới")


def outline(criteria):
    """Codes with their depths, «. I.1»."""
    tree = CriteriaTree(criteria)
    assert tree.in_order == criteria
    return " ".join("." * tree.depth(one) + one.code for one in criteria)


def test_order_and_links_of_a_list_that_names_parents_by_code():
    loose = tuple(one.replace(id=f"id-{one.code}") for one in reversed(TREE))
    ordered = editing.in_tree_order(loose)
    assert outline(ordered) == "II .II.1 I .I.2 .I.1 ..I.1.b ..I.1.a"
    assert {one.parent for one in ordered} == {"", "id-I", "id-I.1", "id-II"}


def test_child_and_brother():
    made = editing.with_child(TREE, "I.2", NEW)
    assert outline(made) == "I .I.1 ..I.1.a ..I.1.b .I.2 ..? II .II.1"
    assert next(one for one in made if one.id == "I.2").kind is Kind.GROUP
    assert outline(editing.with_child(TREE, "I", NEW)).startswith(
        "I .I.1 ..I.1.a ..I.1.b .I.2 .? II"
    )
    assert outline(editing.with_brother(TREE, "I.1", NEW)).startswith(
        "I .I.1 ..I.1.a ..I.1.b .? .I.2"
    )
    assert outline(editing.with_brother(TREE, "II", NEW)).endswith("II .II.1 ?")
    assert outline(editing.with_brother((), "", NEW)) == "?"


def test_without_takes_the_branch():
    assert outline(editing.without(TREE, "I.1")) == "I .I.2 II .II.1"


def test_moved_branches_change_places():
    assert outline(editing.moved(TREE, "I.1", 1)) == "I .I.2 .I.1 ..I.1.a ..I.1.b II .II.1"
    assert outline(editing.moved(TREE, "II", -1)) == "II .II.1 I .I.1 ..I.1.a ..I.1.b .I.2"
    assert editing.moved(TREE, "I", -1) == TREE
    assert editing.moved(TREE, "I.2", 1) == TREE


def test_deeper_and_up_again_with_codes_of_the_new_place():
    deeper = editing.indented(TREE, "I.2")
    assert outline(deeper) == "I .I.1 ..I.1.a ..I.1.b ..I.1.c II .II.1"
    assert outline(editing.outdented(deeper, "I.2")) == outline(TREE)
    assert outline(editing.indented(TREE, "II")).endswith(".I.2 .I.3 ..I.3.1")
    assert editing.indented(TREE, "I.1") == TREE
    assert editing.outdented(TREE, "I") == TREE
    up = editing.outdented(TREE, "I.1")
    assert outline(up) == "I .I.2 III .III.a .III.b II .II.1"


def test_codes_go_on_as_the_brothers_do():
    assert editing.next_code(TREE, "") == "III"
    assert editing.next_code(TREE, "I") == "I.3"
    assert editing.next_code(TREE, "I.1") == "I.1.c"
    assert editing.next_code(TREE, "I.1.a") == "I.1.a.1"
    assert editing.next_code((), "") == "I"
    odd = (*TREE, criterion("II.2", Kind.COUNT, parent="I"))
    assert editing.next_code(odd, "II") == "II.3"
    assert editing.next_code((criterion("A"),), "") == "II"


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["indent", "outdent", "up", "down", "child", "brother"]),
        st.integers(0, 100),
    ),
    max_size=25,
)


@given(STEPS)
def test_whatever_is_done_every_criterion_stays_and_codes_stay_apart(steps):
    criteria, added = TREE, 0
    for what, number in steps:
        chosen = criteria[number % len(criteria)].id
        parent = next(one.parent for one in criteria if one.id == chosen)
        if what in ("child", "brother"):
            added += 1
            under = chosen if what == "child" else parent
            new = NEW.replace(id=f"moi-{added}", code=editing.next_code(criteria, under))
            put = editing.with_child if what == "child" else editing.with_brother
            criteria = put(criteria, chosen, new)
        elif what in ("up", "down"):
            criteria = editing.moved(criteria, chosen, -1 if what == "up" else 1)
        else:
            change = editing.indented if what == "indent" else editing.outdented
            criteria = change(criteria, chosen)
        assert editing.in_tree_order(criteria) == criteria
    assert len({one.id for one in criteria}) == len(criteria) == len(TREE) + added
    codes = [one.code for one in criteria]
    assert len(set(codes)) == len(codes)
