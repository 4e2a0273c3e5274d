"""Identifiers of records: UUIDv7, so that sorting by id is sorting by age (RFC 9562, 5.7)."""


def uuid7(milliseconds: int, entropy: bytes) -> str:
    """Make a UUIDv7 from a Unix time in milliseconds and ten random bytes."""
    if len(entropy) != 10:
        raise ValueError("ten random bytes are needed")
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(entropy)
    value &= ~(0xF << 76 | 0x3 << 62)
    value |= 0x7 << 76 | 0x2 << 62
    digits = f"{value:032x}"
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return "-".join(parts)
