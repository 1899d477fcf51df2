#!/usr/bin/env -S deno run -A
import { Builder } from "fresh/dev";
import { joinStyles } from "@/tasks/join_styles.ts";

const builder = new Builder();
joinStyles(builder);
if (Deno.args.includes("build")) await builder.build();
else await builder.listen(() => import("./main.ts"));
