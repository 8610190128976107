"""Where do the layers meet? `load_site` reads everything once, for the generator and for the command."""

from strategi.site.loading import Site, load_site

__all__ = ["Site", "load_site"]
