/** Casts of finished SQL, and numbers written as text. */
export const double = (sql: string | undefined) => `${sql}::double precision`;
export const numeric = (sql: string | undefined) => `${sql}::numeric`;

/** A number of the program's own, exactly as written. */
export const float = (digits: string) => double(`'${digits}'`);
