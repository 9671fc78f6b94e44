"""How Sphinx builds the documentation: ``python -m sphinx -W -n -b html docs docs/_build/html``."""

from newsmodel import __version__

project = "newsmodel"
author = "The newsmodel maintainers"
copyright = f"2026, {author}"
release = version = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsmodel {version}"
html_static_path = ["_static"]
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
# Pygments knows the shell as "console"; examples in other languages are plain.
highlight_language = "default"
nitpicky = False
