# SPDX-License-Identifier: Apache-2.0
# Describes the machine in Markdown, for results: to be sourced by scripts.

processor() {
  if [ -r /proc/cpuinfo ]; then
    sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1
  else
    sysctl -n machdep.cpu.brand_string 2>/dev/null || uname -m
  fi
}

memory() {
  [ ! -r /proc/meminfo ] || awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo
}

load() {
  uptime | sed 's/.*load average[s]*: *//'
}

machine() {
  printf '* Processor: %s, %s cores; memory: %s\n' "$(processor)" "$(getconf _NPROCESSORS_ONLN)" "$(memory)"
  printf '* System: %s; Java: %s\n' "$(uname -sr)" "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$(./proviso --jdk-home)/release")"
}
