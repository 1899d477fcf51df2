/** The values that every store can hold. A time that is computed outside of these years is null. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2299;

export const INT64_MIN = -(2n ** 63n);
export const INT64_MAX = 2n ** 63n - 1n;
