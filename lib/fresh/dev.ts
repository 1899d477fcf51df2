export { Builder, type BuilderOptions, type BuildOptions } from "./build/builder.ts";
