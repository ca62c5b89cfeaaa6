"""An OFD document (GB/T 33190), in which offices archive what they issue: a zip of XML parts that places each character."""
