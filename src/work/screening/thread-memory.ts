import type { ResourceLimits } from 'node:worker_threads';

/**
 * Half of the young generation of a thread that screens, in MB. V8 sizes it by the machine's memory, 64 MB and more, and keeps it all; what a search leaves
 * behind is dead within milliseconds, and no search is faster for more than this.
 */
export const YOUNG_HALF_MB = 16;

/**
 * Most of a screening thread's heap, in MB. What lists take lies outside of it; V8 lets a heap grow the further between two collections the larger it may become, so that without a
 * bound what was remembered and dropped filled 150 MB with ten times the lists.
 */
export const HEAP_MB = 1_024;

/** Bounds of a thread that screens: V8 counts a young generation as three halves. */
export const SCREENING_MEMORY: ResourceLimits = { maxYoungGenerationSizeMb: 3 * YOUNG_HALF_MB, maxOldGenerationSizeMb: HEAP_MB };
