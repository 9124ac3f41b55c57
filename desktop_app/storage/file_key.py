"""The key of an encrypted data file: made of a password or of the recovery code.

All that is needed to make it stands in the first 16 bytes of the file, which SQLCipher leaves
free for a salt. So a file copied to a stick, a backup and a file set aside each carry their own
lock, and there is no second file that could be lost. What stands there:

    2 bytes   mark and version of this layout
    1 byte    cost of Argon2id: memory as 64 MiB times two to the upper half, passes in the lower
    8 bytes   random salt of Argon2id
    3 bytes   check value: tells a wrong password from a damaged file
    2 bytes   CRC-16 of the above: tells a damaged lock from a wrong password

There is no room for a wrapped key, and none is needed: Argon2id gives a secret of 128 bits, the
recovery code spells the same secret, and the key of the pages (256 bits) is drawn from it. Another
password is another key, so that all pages are written anew.
"""

from __future__ import annotations

import binascii
import enum
import hmac
import secrets
import time
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.domain.errors import DataFileError, WrongPassword

HEADER = 16
"""Bytes at the head of a file that say how it is locked."""
SHORTEST = 10
"""Letters of a password."""
_PLAIN = b"SQLite format 3\x00"
_MARK = b"\xd7\x01"
_SALT = 8
_SECRET = 16
_LANES = 4
_FLOOR_MIB = 64
_MOST_DOUBLINGS = 4
"""64 MiB doubled four times: what a file asks of the memory of a PC is limited."""
_USUAL = 0x23
"""256 MiB, three passes: between half a second and one on a PC of an office."""
_SHORTEST_TIME, _LONGEST_TIME = 0.5, 1.0
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no letter is taken for a digit."""
_MISREAD = str.maketrans("OIL", "011")
_CODE = 28


class Lock(enum.Enum):
    """What the first bytes of a file say about it."""

    OPEN = enum.auto()
    ENCRYPTED = enum.auto()
    DAMAGED = enum.auto()
    """An encrypted file whose lock was changed: no password can open it."""
    FOREIGN = enum.auto()


@dataclass(frozen=True)
class FileKey:
    """The key of one file, and of its backups with the same password."""

    header: bytes
    """The first bytes of every file that it opens."""
    secret: bytes = field(repr=False)

    @property
    def raw(self) -> str:
        """As SQLCipher takes it: 256 bits, and the bytes at the head of the file."""
        return f"x'{self._drawn(b'pages').hex()}{self.header.hex()}'"

    @property
    def recovery_code(self) -> str:
        """«7K2M-…»: opens the file like the password. Seven groups of four, the last with a sum."""
        sum_ = binascii.crc_hqx(self.secret, 0) & 0xFFF
        number = int.from_bytes(self.secret, "big") << 12 | sum_
        letters = [_LETTERS[number >> 5 * place & 31] for place in reversed(range(_CODE))]
        return "-".join("".join(letters[at : at + 4]) for at in range(0, _CODE, 4))

    def opens(self, path: Path) -> bool:
        """Whether a file has this very lock. Raises OSError."""
        return read_header(path) == self.header

    def _drawn(self, use: bytes) -> bytes:
        return hmac.digest(self.secret, b"thidua " + use + self.header[:11], "sha256")

    def _fits(self) -> bool:
        return hmac.compare_digest(self._drawn(b"check")[:3], self.header[11:14])


def read_header(path: Path) -> bytes:
    """The bytes that say how a file is locked. Raises OSError."""
    with path.open("rb") as handle:
        return handle.read(HEADER)


def lock_of(header: bytes) -> Lock:
    """What these first bytes of a file say."""
    if header == _PLAIN:
        return Lock.OPEN
    if len(header) < HEADER or header[:2] != _MARK:
        return Lock.FOREIGN
    whole = header[14:] == _sum(header[:14]) and header[2] >> 4 <= _MOST_DOUBLINGS
    return Lock.ENCRYPTED if whole and header[2] & 15 else Lock.DAMAGED


def is_encrypted(path: Path) -> bool:
    """Whether a file asks for a password; not for one that cannot be read."""
    try:
        return lock_of(read_header(path)) is Lock.ENCRYPTED
    except OSError:
        return False


def password_problem(password: str) -> str:
    """Why this is no password, in a sentence; empty for a good one."""
    typed = _normal(password)
    if len(typed) < SHORTEST:
        return f"Mật khẩu cần ít nhất {SHORTEST} ký tự; nên dùng bốn, năm tiếng dễ nhớ."
    if len(set(typed)) < 5:
        return "Mật khẩu lặp lại quá ít ký tự nên dễ đoán."
    return ""


def new_key(password: str, cost: int | None = None) -> FileKey:
    """A key for a file that gets this password; takes a second or two, holds no lock meanwhile.

    `cost` is measured on this PC when it is not given.
    """
    salt = secrets.token_bytes(_SALT)
    cost = measured_cost() if cost is None else cost
    begun = _MARK + bytes([cost]) + salt
    secret = _argon2(password, salt, cost)
    checked = begun + FileKey(begun, secret)._drawn(b"check")[:3]
    return FileKey(checked + _sum(checked), secret)


def key_of_password(header: bytes, password: str) -> FileKey:
    """The key of the file that begins so. Raises WrongPassword; takes half a second or more."""
    key = FileKey(header, _argon2(password, header[3:11], header[2]))
    if not key._fits():
        raise WrongPassword(
            "Mật khẩu chưa đúng.",
            kept="Tệp không bị hỏng và không bị thay đổi.",
            remedy="Hãy xem phím Caps Lock và bộ gõ tiếng Việt rồi gõ lại.",
        )
    return key


def key_of_code(header: bytes, code: str) -> FileKey:
    """The key of the file that begins so, by its recovery code. Raises WrongPassword."""
    letters = "".join(code.upper().translate(_MISREAD).replace("-", " ").split())
    if len(letters) != _CODE or not set(letters) <= set(_LETTERS):
        raise WrongPassword(
            "Mã khôi phục gồm 28 chữ và số, chia bảy nhóm.",
            remedy="Hãy gõ lại đúng như trên tờ giấy đã in.",
        )
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    key = FileKey(header, (number >> 12).to_bytes(_SECRET, "big"))
    if key.recovery_code.replace("-", "") != letters:
        raise WrongPassword(
            "Mã khôi phục gõ sai ở đâu đó.",
            remedy="Hãy so từng nhóm với tờ giấy đã in rồi gõ lại.",
        )
    if not key._fits():
        raise WrongPassword(
            "Mã khôi phục này không phải của tệp này.",
            remedy="Mỗi lần đổi mật khẩu có một mã mới: hãy tìm tờ giấy của lần đổi gần nhất.",
        )
    return key


def measured_cost() -> int:
    """The cost at which this PC takes half a second to one second, never under 64 MiB."""
    cost = _USUAL
    for _ in range(_MOST_DOUBLINGS):
        taken = _time_of(cost)
        if taken > _LONGEST_TIME and cost >> 4:
            cost -= 0x10
        elif taken < _SHORTEST_TIME and cost & 15 < 15:
            return min(cost & 0xF0 | 15, cost + round(3 * (_SHORTEST_TIME / taken - 1) + 0.5))
        else:
            break
    return cost


def _time_of(cost: int) -> float:
    begun = time.perf_counter()
    try:
        _argon2("đo máy này", bytes(_SALT), cost)
    except DataFileError:
        return float("inf")
    return time.perf_counter() - begun


def _argon2(password: str, salt: bytes, cost: int) -> bytes:
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            _normal(password).encode("utf-8"),
            salt,
            time_cost=cost & 15,
            memory_cost=(_FLOOR_MIB << (cost >> 4)) * 1024,
            parallelism=_LANES,
            hash_len=_SECRET,
            type=Type.ID,
        )
    except (HashingError, MemoryError) as error:
        raise DataFileError(
            "Máy không đủ bộ nhớ trống để kiểm tra mật khẩu.",
            kept="Tệp không bị thay đổi.",
            remedy="Hãy đóng bớt chương trình khác rồi thử lại.",
        ) from error


def _normal(password: str) -> str:
    """However a keyboard puts accents together, it is the same password."""
    return unicodedata.normalize("NFC", password)


def _sum(content: bytes) -> bytes:
    return binascii.crc_hqx(content, 0xFFFF).to_bytes(2, "big")
