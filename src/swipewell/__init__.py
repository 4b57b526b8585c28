"""Swipewell turns therapists' tips into Instagram carousels that always end in a disclaimer.

>>> import swipewell as sw
>>> post = sw.Post(title="A kinder no", slides=[sw.Tip(title="Pause first")])
>>> sw.render(post).slides[-1].kind
'disclaimer'
"""

__version__ = "0.1.0"
