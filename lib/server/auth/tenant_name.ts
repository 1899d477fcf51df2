/** A tenant's name for people; where it was never given one, its id written as a name: `north-desk` is "North Desk". */
export function tenantNameOf(
  { tenant_id, name }: { readonly tenant_id: string; readonly name: string },
): string {
  const given = name.trim();
  if (given !== "" && given !== tenant_id) return given;
  const words = tenant_id.split(/[-_.\s]+/).filter((word) => word !== "");
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(" ") || tenant_id;
}
