"""What a template may say: fields that exist, loops over lists, conditions, a few filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from desktop_app.papers.office_templates.fields import Field

FILTERS = ("upper", "lower", "capitalize", "trim", "join", "length", "default", "first", "last")
TESTS = ("defined", "none", "equalto", "eq", "ne")
_LOOP = Field(
    "loop", "", parts=tuple(Field(n, "") for n in ("index", "index0", "first", "last", "length"))
)
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
    nodes.Test,
    nodes.Keyword,
    nodes.Add,
    nodes.Sub,
)
_NAMED: dict[type, str] = {
    nodes.Call: "gọi hàm",
    nodes.Assign: "đặt biến (set)",
    nodes.Getitem: "lấy phần tử […]",
    nodes.Include: "chèn tệp (include)",
    nodes.Import: "nhập tệp (import)",
    nodes.FromImport: "nhập tệp (import)",
    nodes.Extends: "kế thừa tệp (extends)",
    nodes.Macro: "macro",
    nodes.Mul: "phép nhân",
    nodes.Pow: "phép luỹ thừa",
    nodes.Concat: "nối chữ (~)",
}


@dataclass(frozen=True)
class Fault:
    """What is wrong, and the word by which its place is found."""

    words: str
    name: str = ""


class OfficeEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox, without a function, a global or a loader; what it compiles is looked over."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for fault in forbidden(tree):
            raise SecurityError(fault.words)
        return tree

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing in a template is called."""
        return False


def forbidden(tree: nodes.Template) -> Iterator[Fault]:
    """What no template may contain, whatever its fields are."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, (*_ALLOWED, nodes.EvalContextModifier)):
            sort = next((words for kind, words in _NAMED.items() if isinstance(node, kind)), "")
            yield Fault(f"Mẫu chỉ được có trường, vòng lặp, điều kiện; không được {sort or 'thế'}.")
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield Fault(f"Không có bộ lọc «{node.name}».", node.name)
        elif isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            yield Fault(f"Không có trường «{_dotted(node)}».", node.attr)


def unknown(tree: nodes.Template, fields: tuple[Field, ...]) -> Iterator[Fault]:
    """Fields that do not exist, lists shown as if they were words, words looped over."""
    yield from _in_block(tree.body, {field.name: field for field in fields})


def _in_block(body: list[nodes.Node], known: Mapping[str, Field]) -> Iterator[Fault]:
    for node in body:
        yield from _in_node(node, known)


def _in_node(node: nodes.Node, known: Mapping[str, Field]) -> Iterator[Fault]:
    if isinstance(node, nodes.For):
        yield from _in_loop(node, known)
    elif isinstance(node, nodes.Output):
        for shown in node.nodes:
            yield from _in_node(shown, known)
            yield from _not_shown(shown, known)
    elif isinstance(node, (nodes.Name, nodes.Getattr)):
        if _field_of(node, known) is None:
            yield Fault(f"Không có trường «{_dotted(node)}».", _dotted(node))
    else:
        for child in node.iter_child_nodes():
            yield from _in_node(child, known)


def _in_loop(loop: nodes.For, known: Mapping[str, Field]) -> Iterator[Fault]:
    if not isinstance(loop.target, nodes.Name):
        yield Fault("Vòng lặp chỉ nhận một tên: «for dong in danh_sach».", "for")
        return
    field = _field_of(loop.iter, known)
    if field is None:
        name = _dotted(loop.iter)
        yield Fault(f"Không có trường «{name}» để lặp.", name)
        return
    if not field.is_list:
        yield Fault(f"«{field.name}» không phải danh sách nên không lặp được.", field.name)
        return
    inner = {
        **known,
        "loop": _LOOP,
        loop.target.name: Field(loop.target.name, "", parts=field.parts),
    }
    yield from _in_block(loop.body, inner)
    yield from _in_block(loop.else_, known)
    if loop.test is not None:
        yield from _in_node(loop.test, inner)


def _not_shown(node: nodes.Node, known: Mapping[str, Field]) -> Iterator[Fault]:
    field = _field_of(node, known)
    if field is None:
        return
    if field.is_list:
        yield Fault(f"«{field.name}» là danh sách: hãy lặp hoặc thêm «|join».", field.name)
    elif field.parts:
        names = ", ".join(f"{_dotted(node)}.{part.name}" for part in field.parts[:3])
        yield Fault(f"«{_dotted(node)}» là một dòng: hãy ghi {names}…", _dotted(node))


def _field_of(node: nodes.Node, known: Mapping[str, Field]) -> Field | None:
    if isinstance(node, nodes.Name):
        return known.get(node.name)
    if isinstance(node, nodes.Getattr):
        owner = _field_of(node.node, known)
        parts = () if owner is None or owner.is_list else owner.parts
        return next((part for part in parts if part.name == node.attr), None)
    return None


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"
