# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Kith founders
# What is installed, and the Debian package made of it (./dev package).
include(GNUInstallDirs)

# Everything that a user starts: what ./dev build makes.
add_custom_target(programs)
foreach(program kith kithctl kith-emulator)
  if(TARGET ${program})
    add_dependencies(programs ${program})
  endif()
endforeach()

foreach(program kith kithctl)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()

set(KITH_PACKAGING ${CMAKE_CURRENT_LIST_DIR})
install(FILES ${KITH_PACKAGING}/kith.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${KITH_PACKAGING}/kith.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${KITH_PACKAGING}/kith.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${KITH_PACKAGING}/kith-sync.service DESTINATION lib/systemd/user)
install(FILES ${PROJECT_SOURCE_DIR}/docs/gmail.md ${PROJECT_SOURCE_DIR}/docs/faults.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${KITH_PACKAGING}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kith)
set(CPACK_PACKAGE_CONTACT "The Kith founders <hello@kith.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "Kith takes in your mail, puts the few messages that matter on top and says why.
It works without an account and without a network; every change can be undone.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION mail)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded by name at run time, so that no tool finds them: icons, and the keyring's library.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, libsecret-1-0")
# The browser to sign in with, and a keyring to keep the token in.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, xdg-utils, gnome-keyring | org.freedesktop.secrets")
include(CPack)
