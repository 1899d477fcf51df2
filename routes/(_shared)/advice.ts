/** Why a field was refused, in the words of the form rather than of the schema. */
export const NAME_ADVICE = "Give it a name of 1 to 200 characters.";
export const DESCRIPTION_ADVICE = "Keep it below 5,000 characters of plain text.";
