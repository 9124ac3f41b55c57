"""The lock of a file: password and recovery code open it; wrong ones are told from damage."""

from __future__ import annotations

import random
import unicodedata

import pytest

from desktop_app.domain.errors import WrongPassword
from desktop_app.storage import file_key
from desktop_app.storage.file_key import Lock, key_of_code, key_of_password, lock_of, new_key

PASSWORD = "Cụm thi đua số 2 – mật khẩu"
QUICK = 0x01
"""The floor of memory, one pass."""


@pytest.fixture(scope="module")
def key():
    return new_key(PASSWORD, QUICK)


def test_the_password_gives_the_key_again(key):
    assert key_of_password(key.header, PASSWORD) == key
    assert len(key.header) == file_key.HEADER
    assert len(bytes.fromhex(key.raw[2:-1])) == 32 + 16


def test_accents_put_together_otherwise_are_the_same_password(key):
    apart = unicodedata.normalize("NFD", PASSWORD)
    assert apart != PASSWORD
    assert key_of_password(key.header, apart) == key


def test_another_password_is_told(key):
    with pytest.raises(WrongPassword, match="Mật khẩu chưa đúng"):
        key_of_password(key.header, PASSWORD.lower())


def test_the_recovery_code_gives_the_key_however_it_is_typed(key):
    code = key.recovery_code
    assert [len(group) for group in code.split("-")] == [4] * 7
    assert key_of_code(key.header, code) == key
    assert key_of_code(key.header, f" {code.lower().replace('-', ' ')}\n") == key
    assert key_of_code(key.header, code.replace("0", "O").replace("1", "l")) == key


def test_a_recovery_code_with_a_slip_is_told_from_that_of_another_file(key):
    code = key.recovery_code
    for place, letter in enumerate(code):
        if letter == "-":
            continue
        other = "7" if letter != "7" else "8"
        with pytest.raises(WrongPassword, match="gõ sai"):
            key_of_code(key.header, code[:place] + other + code[place + 1 :])
    with pytest.raises(WrongPassword, match="28 chữ"):
        key_of_code(key.header, code[:-1])
    with pytest.raises(WrongPassword, match="không phải của tệp này"):
        key_of_code(key.header, new_key(PASSWORD, QUICK).recovery_code)


def test_the_same_password_twice_gives_two_keys(key):
    assert new_key(PASSWORD, QUICK).header != key.header


def test_every_change_of_the_lock_is_noticed(key):
    assert lock_of(key.header) is Lock.ENCRYPTED
    for bit in range(8 * len(key.header)):
        changed = bytearray(key.header)
        changed[bit // 8] ^= 1 << bit % 8
        assert lock_of(bytes(changed)) in (Lock.DAMAGED, Lock.FOREIGN)
    assert lock_of(key.header[:-1]) is Lock.FOREIGN
    assert lock_of(b"SQLite format 3\x00") is Lock.OPEN


def test_no_file_can_ask_for_more_memory_than_a_pc_has():
    greedy = file_key._MARK + bytes([0xF3]) + bytes(11)
    assert lock_of(greedy + file_key._sum(greedy)) is Lock.DAMAGED


def test_a_key_says_nothing_of_itself_in_a_log(key):
    assert key.secret.hex() not in repr(key)
    assert str(key.secret) not in repr(key)


def test_short_and_monotonous_passwords_are_refused():
    assert "ít nhất 10" in file_key.password_problem("mật khẩu")
    assert "lặp lại" in file_key.password_problem("aaaabbbbaaaa")
    assert file_key.password_problem("bốn tiếng dễ nhớ") == ""


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ({}, 0x23),
        ({0x23: 1.6, 0x13: 0.8}, 0x13),
        ({0x23: 9.0, 0x13: 4.0, 0x03: 2.0}, 0x03),
        ({0x23: 0.25}, 0x27),
    ],
)
def test_the_cost_follows_the_pc_and_never_falls_under_the_floor(monkeypatch, seconds, expected):
    monkeypatch.setattr(file_key, "_time_of", lambda cost: seconds.get(cost, 0.7))
    assert file_key.measured_cost() == expected


def test_codes_of_many_secrets_come_back(key):
    chance = random.Random(7)
    for _ in range(200):
        other = file_key.FileKey(key.header, chance.randbytes(16))
        letters = other.recovery_code.replace("-", "")
        assert set(letters) <= set(file_key._LETTERS)
        assert len(letters) == 28
