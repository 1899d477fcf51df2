/** Stands in an engine's message where a statement was refused while it ran, since it would have made too many rows. */
export const TOO_LARGE = "too_large: a partition has more steps than are allowed";
