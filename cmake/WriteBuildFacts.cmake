# Run at build time: cmake -D SOURCE= -D TARGET= -D VERSION= -D COMPILER= -D FLAGS= -D LIBRARIES= -P this.
# The commit comes from git; in an archive without .git from commit.txt, which git fills in on export.
set(COMMIT "unknown")
file(READ ${SOURCE}/cmake/commit.txt exported)
string(STRIP "${exported}" exported)
find_program(GIT git)
if(EXISTS ${SOURCE}/.git AND GIT)
  execute_process(COMMAND ${GIT} rev-parse HEAD WORKING_DIRECTORY ${SOURCE}
    OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed ERROR_QUIET)
  if(NOT failed)
    execute_process(COMMAND ${GIT} status --porcelain --untracked-files=no WORKING_DIRECTORY ${SOURCE}
      OUTPUT_VARIABLE changes ERROR_QUIET)
    set(COMMIT ${head})
    if(changes)
      string(APPEND COMMIT "-dirty")
    endif()
  endif()
elseif(exported MATCHES "^[0-9a-f]+$")
  set(COMMIT ${exported})
endif()
configure_file(${SOURCE}/cmake/build_facts.cpp.in ${TARGET} @ONLY)
