# Puts the web build (web/dist) and the migrations into the program, so that it runs as one file.
# The list of files is made at build time by cmake/pack.cmake, the bytes come in through .incbin.
enable_language(ASM)

function(wallchart_embed name)
    file(GLOB_RECURSE web CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/dist/*)
    file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/server/migrations/*.sql)
    file(GLOB_RECURSE documents CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/server/assets/*)
    set(assembly ${CMAKE_BINARY_DIR}/assets.S)
    add_custom_command(
        OUTPUT ${assembly}
        COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR} -DOUTPUT=${assembly} -P ${CMAKE_SOURCE_DIR}/cmake/pack.cmake
        DEPENDS ${web} ${migrations} ${documents} ${CMAKE_SOURCE_DIR}/cmake/pack.cmake
        VERBATIM)
    add_library(${name} STATIC ${assembly})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
endfunction()
