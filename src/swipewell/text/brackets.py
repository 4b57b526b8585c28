"""Which brackets make a pair: Unicode's Bidi_Paired_Bracket, which `regex` does not know.

Taken from BidiBrackets.txt of the Unicode Character Database, version 15.0; versions 16 and 17 have
the same 64 pairs. U+2E62 and U+2E63 came with Unicode 18: they fulfil the conditions by which that
file is derived (General_Category Ps and Pe, Bidi_Class ON, Bidi_Mirrored), and no others do.
"""

_PAIRS = (
    "28/29 5B/5D 7B/7D F3A/F3B F3C/F3D 169B/169C 2045/2046 207D/207E 208D/208E 2308/2309 230A/230B "
    "2329/232A 2768/2769 276A/276B 276C/276D 276E/276F 2770/2771 2772/2773 2774/2775 27C5/27C6 "
    "27E6/27E7 27E8/27E9 27EA/27EB 27EC/27ED 27EE/27EF 2983/2984 2985/2986 2987/2988 2989/298A "
    "298B/298C 298D/2990 298F/298E 2991/2992 2993/2994 2995/2996 2997/2998 29D8/29D9 29DA/29DB "
    "29FC/29FD 2E22/2E23 2E24/2E25 2E26/2E27 2E28/2E29 2E55/2E56 2E57/2E58 2E59/2E5A 2E5B/2E5C "
    "2E62/2E63 3008/3009 300A/300B 300C/300D 300E/300F 3010/3011 3014/3015 3016/3017 3018/3019 "
    "301A/301B FE59/FE5A FE5B/FE5C FE5D/FE5E FF08/FF09 FF3B/FF3D FF5B/FF5D FF5F/FF60 FF62/FF63"
)
# Characters that Unicode holds to be the same as another (canonical equivalents).
_SAME = {"\u232a": "\u3009"}


def _closing(ch: str) -> str:
    return _SAME.get(ch, ch)


_CODES = [[chr(int(code, 16)) for code in pair.split("/")] for pair in _PAIRS.split()]

# The closing bracket that an opening one waits for, and that a closing one stands for.
OPENING = {opening: _closing(closing) for opening, closing in _CODES}
CLOSING = {closing: _closing(closing) for _, closing in _CODES}
