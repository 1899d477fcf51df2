/** A tenant's name for people; where it was never given one, its id written as a name: `north-desk` is "North Desk". */
export function tenantNameOf({ id, name }: { readonly id: string; readonly name: string }): string {
  const given = name.trim();
  if (given !== "" && given !== id) return given;
  const words = id.split(/[-_.\s]+/).filter((word) => word !== "");
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(" ") || id;
}
