# A room is a folder that is one library; its line in CMakeLists.txt lists the
# rooms it may include and the packages it alone may use.
# Off, or no errors: false alarms of GCC 12 on the standard library (its bug 105651 and others), which
# precompiled headers bring out.
set(RUMBO_WARNINGS -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wno-sign-conversion
    -Wnon-virtual-dtor -Woverloaded-virtual -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow
    -Wno-stringop-overread -Wno-free-nonheap-object -Wno-error=maybe-uninitialized -Wno-error=use-after-free
    -Wno-error=dangling-pointer -Wno-error=nonnull -Wno-error=uninitialized)
# Warnings are those of GCC; clang, which fuzzing needs, is not asked for its own.
if(RUMBO_FUZZ)
  set(RUMBO_WARNINGS -w)
endif()

add_library(rumbo_options INTERFACE)
target_compile_options(rumbo_options INTERFACE ${RUMBO_WARNINGS} -ffp-contract=off)
target_include_directories(rumbo_options INTERFACE ${CMAKE_SOURCE_DIR})
target_link_libraries(rumbo_options INTERFACE Threads::Threads)
rumbo_use_package(rumbo_options INTERFACE fmt)
if(RUMBO_CHECKS)
  target_compile_definitions(rumbo_options INTERFACE RUMBO_CHECKS=1)
endif()

function(rumbo_room folder)
  cmake_parse_arguments(ROOM "" "" "PACKAGES" ${ARGN})
  get_filename_component(name ${folder} NAME)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
  if(sources)
    add_library(rumbo_${name} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(rumbo_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_link_libraries(rumbo_${name} ${scope} rumbo_options)
  foreach(room ${ROOM_UNPARSED_ARGUMENTS})
    target_link_libraries(rumbo_${name} ${scope} rumbo_${room})
  endforeach()
  rumbo_use_package(rumbo_${name} ${scope} ${ROOM_PACKAGES})
endfunction()

# Many files of a target at a time, for those that are made of many small ones with the same large
# headers. Preset `dev` compiles each alone and without precompiled headers, which shows that each
# includes what it uses.
function(rumbo_unity target files_at_a_time)
  if(RUMBO_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${files_at_a_time})
  endif()
endfunction()

# Headers that most files of a target share, read once. Each file still names what it uses.
function(rumbo_precompile target)
  if(RUMBO_PRECOMPILE)
    list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/ REGEX "^(engine|models|reference|tools)/")
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
