/**
 * Everything that writes the serving layer. The app never imports this room; the composition root loads it where the
 * engines are embedded.
 */
export { sampleDataExists, type SeedOptions, seedSampleData, type Writers } from "./seed.ts";
export { writeLatestStored } from "./latest.ts";
export { type LiveMarket, type LiveOptions, startLive } from "./live.ts";
