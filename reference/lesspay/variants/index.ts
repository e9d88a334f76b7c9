import type { Variant } from '../bite.js';

/** Every conforming behaviour of the reference platform that differs from Annex A. */
export const lesspayVariants: readonly Variant[] = [];
