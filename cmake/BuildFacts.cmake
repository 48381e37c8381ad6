# How the program was built, for the provenance of results: written again at
# every build, so that the commit is never stale; the file changes only when its text does.
set(build_facts_source ${CMAKE_BINARY_DIR}/build_facts.cpp)
string(TOUPPER "${CMAKE_BUILD_TYPE}" build_type)
string(STRIP "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${build_type}} -ffp-contract=off" build_flags)
# Read when all rooms and targets are known: what they link, each once.
set(build_libraries "$<JOIN:$<REMOVE_DUPLICATES:$<TARGET_PROPERTY:rumbo_libraries,RUMBO_WORDS>>,$<COMMA> >")
add_custom_target(rumbo_write_build_facts
  COMMAND ${CMAKE_COMMAND} -D SOURCE=${CMAKE_SOURCE_DIR} -D TARGET=${build_facts_source}
    -D "VERSION=${PROJECT_VERSION}" -D "COMPILER=${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
    -D "FLAGS=${build_flags}" -D "LIBRARIES=${build_libraries}" -P ${CMAKE_SOURCE_DIR}/cmake/WriteBuildFacts.cmake
  BYPRODUCTS ${build_facts_source} VERBATIM)
add_library(rumbo_build_facts STATIC ${build_facts_source})
add_dependencies(rumbo_build_facts rumbo_write_build_facts)
target_link_libraries(rumbo_build_facts PRIVATE rumbo_options)
target_link_libraries(rumbo_output PUBLIC rumbo_build_facts)
