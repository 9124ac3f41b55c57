"""What a backup holds beside what the file holds now, in a sentence."""

from __future__ import annotations

from desktop_app.domain.vietnamese import number
from desktop_app.storage.backups.backup import Content
from desktop_app.storage.schema import TABLES

_NOUNS = {
    table._meta.table_name: table.noun  # type: ignore[attr-defined]
    for table in TABLES
    if "noun" in vars(table)
}


def differences(backup: Content, now: Content | None) -> str:
    """What is counted in a backup, beside what is counted in the file now."""
    counts = {name: backup.rows.get(name, 0) for name in _NOUNS}
    if now is None:
        held = [f"{number(count)} {_NOUNS[name]}" for name, count in counts.items() if count]
        return f"Bản này có: {', '.join(held)}."
    changed = [
        f"{_NOUNS[name]}: {number(count)} (nay {number(now.rows.get(name, 0))})"
        for name, count in counts.items()
        if count != now.rows.get(name, 0)
    ]
    later = now.changes - backup.changes
    if not changed and not later:
        return "Bản này giống tệp đang mở."
    first = f"Tệp đang mở có thêm {number(later)} lần ghi sau bản này. " if later > 0 else ""
    return first + ("Khác nhau: " + "; ".join(changed) + "." if changed else "")
