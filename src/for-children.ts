import { enableCompileCache } from 'node:module'

/**
 * What threads and processes of ours are told by their environment, beside what we were told ourselves.
 * - The compile cache, by its name; without it each would read and translate every file again.
 * - For glibc to keep what memory a process of ours has: ffmpeg takes and leaves 1.4 MB for each frame of a clip, and glibc gives
 *   them back to the system each time; 14,000 page faults a clip, each some microseconds on a virtual machine. Other systems do not read this.
 */
export const forChildren = (): Record<string, string> => ({
  MALLOC_MMAP_THRESHOLD_: String(32 << 20),
  MALLOC_TRIM_THRESHOLD_: String(256 << 20),
  MALLOC_TOP_PAD_: String(16 << 20),
  NODE_COMPILE_CACHE: enableCompileCache().directory ?? '',
})
