import { compile } from "@/compiler/mod.ts";
import { openClickHouse, openPostgres } from "./support/engines.ts";
import { chain, everything, node, source, catalog, trades, tradeRows } from "./support/graphs.ts";
const F: Record<string,string> = {
 addint: "[v] + 1", mulint:"[v] * 1", dec:"[v] + 0.5", mulf:"[v] * [rate]", addf: "[v] + [rate]", div: "[v] / 1.5", round:"ROUND([v] + 1, 2)", iff:"IF([v] > 3, [v] + 1, [v])", coal:"COALESCE([v], 0)", text:'UPPER([v] & "x")', pw:"POWER([v], 1)", mod:"[v] % 7", twice:"[v] + [v]", time:'DATE_ADD("day", 1, [v])', absf:"ABS([v])", repl:'REPLACE([v], "a", "b")', sq:"SQRT([v])", lg:"LOG([v], 2)"};
for (const open of [openClickHouse, openPostgres]) {
 const e = await open(); await e.fill(trades, tradeRows);
 for (const [k,f] of Object.entries(F)) {
  const start = k.endsWith("f")||k==="div"||k==="sq"||k==="lg" ? "[rate]" : k==="dec"?"[price]" : k==="text"||k==="repl"?"[symbol]":k==="time"?"[event_time]":"[quantity]";
  const nodes=[source(), node("f0","formula",{as:"v",expression:start})];
  for(let i=1;i<=200;i++) nodes.push(node("f"+i,"formula",{as:"v",expression:f}));
  const s=performance.now();
  const c=compile(chain(...nodes),"f200",{catalog,dialect:e.dialect,entitlements:everything});
  const t=performance.now()-s;
  if(!c.ok){console.log(e.dialect,k,"refused",c.problems[0],t|0);continue;}
  const s2=performance.now();
  try{ const r=await e.run(c); console.log(e.dialect,k,"ok levels",c.levels,"sql",c.sql.length,(t|0)+"ms", ((performance.now()-s2)|0)+"ms", r[0]?.at(-1)); }catch(x){console.log(e.dialect,k,"FAIL levels",c.levels,"sql",c.sql.length,String((x as Error).message).slice(0,160));}
 }
 await e.close();
}
