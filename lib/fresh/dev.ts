export { type ApplySnapshot, Builder, type BuilderOptions, type BuildOptions } from "./build/builder.ts";
