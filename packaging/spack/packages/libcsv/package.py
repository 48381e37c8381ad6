"""Recipe of libcsv for Spack, which rumbo reads its tables with."""
from spack.package import *


class Libcsv(AutotoolsPackage):
    """A small and fast library in C that reads and writes CSV."""

    homepage = "https://github.com/rgamble/libcsv"
    git = "https://github.com/rgamble/libcsv.git"

    version("3.0.3", tag="3.0.3")

    license("LGPL-2.1-or-later")
    depends_on("c", type="build")
