/** The words of RE2's grammar. */

export const CLASSES: Readonly<Record<string, string>> = { d: "0-9", w: "A-Za-z0-9_", s: " \t\n\f\r" };
export const CONTROL = "tnrfv";
export const REPEATED = /^[*+?]/;
/** The start of a Unicode class, and what stands between characters, behind their backslash. */
export const UNICODE = /^[pP]/;
export const BOUNDARY = /^[bBAzC]/;
const POSIX = "alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit";
export const POSIX_CLASS = new RegExp(`^\\[:\\^?(?:${POSIX}):\\]$`);
export const FLAGS = /^\(\?([imsU]*)(-[imsU]+)?([:)])/;
export const NAMED = /^\(\?P?<([A-Za-z0-9_]+)>/;
export const COUNTED = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/;
export const CODE_POINT = /^(?:\{([0-9A-Fa-f]{1,8})\}|([0-9A-Fa-f]{2}))/;
export const OCTAL = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/;
export const PROPERTY = /^(?:\{\^?(\w+)\}|(\w))/;
const CATEGORY = /^(?:Any|C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;
const SHORT_SCRIPTS = /^(?:Ahom|Cham|Han|Lao|Lisu|Modi|Mro|Nko|Thai|Vai|Yi)$/;

const CONTROL_CODES: Readonly<Record<string, number>> = { a: 7, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** The character that an escape stands for, its backslash taken off. */
export function codeOf(escape: string): number {
  const code = /^x\{?([0-9A-Fa-f]+)/.exec(escape);
  if (code !== null) return parseInt(code[1] ?? "", 16);
  if (/^[0-7]/.test(escape)) return parseInt(escape, 8);
  return CONTROL_CODES[escape] ?? escape.codePointAt(0) ?? 0;
}

/** RE2 knows scripts by their long names alone. */
function isScript(name: string): boolean {
  if (name.length <= 4 && !SHORT_SCRIPTS.test(name)) return false;
  try {
    return new RegExp(`^\\p{Script=${name}}`, "u") !== undefined;
  } catch {
    return false;
  }
}

/** The name of a Unicode class: a general category or a script. */
export function isProperty(name: string): boolean {
  return CATEGORY.test(name) || isScript(name);
}
