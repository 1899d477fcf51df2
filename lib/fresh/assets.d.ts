declare module "fresh:assets" {
  const hashes: Readonly<Record<string, string>>;
  export default hashes;
}
