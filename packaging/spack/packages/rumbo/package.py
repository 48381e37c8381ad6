"""Recipe of rumbo for Spack; the source is the repository that this file lies in."""
from pathlib import Path

from spack.package import *


class Rumbo(CMakePackage):
    """Compares migration policies in a simulation of persons, month by month."""

    git = "file://" + str(Path(__file__).resolve().parents[4])

    version("0.1.0", branch="main")

    license("Apache-2.0")

    depends_on("c", type="build")
    depends_on("cxx", type="build")
    depends_on("cmake@3.25:", type="build")
    depends_on("ninja", type="build")
    # Another version of SLEEF may give other last bits, which all results are made of.
    depends_on("sleef@3.5.1:3.5")
    depends_on("boost@1.74:")
    depends_on("cli11@2.1:")
    depends_on("eigen@3.4")
    depends_on("fmt@9:")
    depends_on("hdf5@1.10: +hl ~mpi")
    depends_on("libcsv@3.0.3:")
    depends_on("nlohmann-json@3.11:")
    depends_on("nlopt@2.7: +cxx")
    depends_on("openssl@3:")
    depends_on("random123")
    depends_on("spdlog@1.10: +shared +fmt_external")
    depends_on("intel-oneapi-tbb@2021.8:")
    depends_on("tomlplusplus@3.3:")

    # C++20 as g++ 12 has it.
    conflicts("%gcc@:11")

    generator("ninja")

    def cmake_args(self):
        """The program without its tests."""
        return [
            self.define("RUMBO_TESTS", False),
            self.define("CMAKE_INSTALL_RPATH_USE_LINK_PATH", True),
        ]
