/** Random well-typed formulas over the hostile columns. Floating point stays moderate, so that rounding cannot decide. */
import fc from "fast-check";

type Kind = "exact" | "text" | "time" | "boolean";

const leaf: Readonly<Record<Kind, fc.Arbitrary<string>>> = {
  exact: fc.constantFrom("[i]", "[j]", "[p]", "[q]", "0", "1", "-3", "2.50", "0.000001", "100", "null + 1"),
  text: fc.constantFrom("[s]", "[t]", "''", "'a'", '"é𝄞"', "'100'", "TEXT([p])"),
  time: fc.constantFrom(
    "[d]",
    "[e]",
    "[a]",
    "[b]",
    'DATE("2024-02-29")',
    'DATETIME("1969-12-31T23:59:59.999Z")',
  ),
  boolean: fc.constantFrom("[f]", "[g]", "true", "false", "ISNULL([s])"),
};

const unit = fc.constantFrom("second", "minute", "hour", "day", "week", "month", "quarter", "year");
const comparison = fc.constantFrom("=", "<>", "<", "<=", ">", ">=");

function template(parts: TemplateStringsArray, ...holes: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...holes).map((values) =>
    parts.reduce((text, part, index) => `${text}${part}${values[index] ?? ""}`, "")
  );
}

const { exact, text, time, boolean } = fc.letrec<Readonly<Record<Kind, string>>>((tie) => {
  const [exact, text, time, boolean] = [tie("exact"), tie("text"), tie("time"), tie("boolean")];
  const node = (kind: Kind, ...branches: fc.Arbitrary<string>[]) =>
    fc.oneof({ maxDepth: 3, depthSize: "small", withCrossShrink: true }, leaf[kind], ...branches);
  const conditional = (value: fc.Arbitrary<string>) => [
    template`IF(${boolean}, ${value}, ${value})`,
    template`CASE WHEN ${boolean} THEN ${value} WHEN ${boolean} THEN null ELSE ${value} END`,
    template`COALESCE(${value}, ${value})`,
    template`NULLIF(${value}, ${value})`,
  ];
  const operator = fc.constantFrom("+", "-", "*", "%");
  return {
    exact: node(
      "exact",
      template`(${exact} ${operator} ${exact})`,
      template`(-${exact})`,
      template`ABS(${exact})`,
      template`ROUND(${exact}, ${fc.constantFrom("0", "2", "-1", "-3")})`,
      template`FLOOR(${exact})`,
      template`CEIL(${exact})`,
      template`LENGTH(${text})`,
      template`POSITION(${text}, ${text})`,
      template`SIGN(${exact})`,
      template`TRUNC(${exact}, ${fc.constantFrom("0", "2", "-1", "-3")})`,
      template`${fc.constantFrom("GREATEST", "LEAST")}(${exact}, ${exact})`,
      template`${fc.constantFrom("WEEKDAY", "WEEK", "ISOYEAR", "QUARTER")}(${time})`,
      template`TOINT(${text})`,
      template`TOINT(${exact})`,
      template`TODECIMAL(${text}, ${fc.constantFrom("0", "2", "10")})`,
      template`TODECIMAL(${exact}, ${fc.constantFrom("0", "2", "10")})`,
      template`${fc.constantFrom("YEAR", "MONTH", "DAY", "HOUR", "MINUTE")}(${time})`,
      template`DATE_DIFF("${unit}", ${time}, ${time})`,
      ...conditional(exact),
    ),
    text: node(
      "text",
      template`(${text} & ${exact})`,
      template`CONCAT(${text}, ${time}, ${boolean})`,
      template`TOTEXT(${exact})`,
      template`TOTEXT(${time})`,
      template`${fc.constantFrom("UPPER", "LOWER", "TRIM")}(${text})`,
      template`${fc.constantFrom("LEFT", "RIGHT")}(${text}, ${fc.constantFrom("0", "1", "3", "-2", "[i]")})`,
      template`REPLACE(${text}, ${text}, ${text})`,
      template`SUBSTRING(${text}, ${fc.constantFrom("0", "1", "2", "-2", "[i]")}, ${
        fc.constantFrom("0", "1", "3", "-2", "[j]")
      })`,
      template`SPLIT_PART(${text}, ${fc.constantFrom("[t]", "'a'", "'0'", "'é'")}, ${
        fc.constantFrom("0", "1", "2", "[j]")
      })`,
      template`${fc.constantFrom("PAD_LEFT", "PAD_RIGHT")}(${text}, ${
        fc.constantFrom("0", "2", "7", "-2", "[i]")
      }, ${text})`,
      template`${fc.constantFrom("GREATEST", "LEAST")}(${text}, ${text})`,
      ...conditional(text),
    ),
    time: node(
      "time",
      template`DATE_ADD("${unit}", ${fc.constantFrom("1", "-1", "13", "[i]", "[j]", "100000")}, ${time})`,
      template`TODATE(${text})`,
      template`${fc.constantFrom("GREATEST", "LEAST")}(${time}, ${time})`,
      template`TODATETIME(${text} & "")`,
      template`TODATE(TOTEXT(${time}), "YYYY-MM-DD")`,
      template`TODATETIME(TOTEXT(${time}), "YYYY-MM-DD[T]HH:mm:ss.SSSZ")`,
      template`DATE_TRUNC("${fc.constantFrom("day", "week", "month", "quarter", "year")}", ${time})`,
      ...conditional(time),
    ),
    boolean: node(
      "boolean",
      template`(${boolean} AND ${boolean})`,
      template`(${boolean} OR ${boolean})`,
      template`(NOT ${boolean})`,
      template`(${exact} ${comparison} ${exact})`,
      template`(${text} ${comparison} ${text})`,
      template`(${time} ${comparison} ${time})`,
      template`${fc.constantFrom("CONTAINS", "STARTS_WITH", "ENDS_WITH")}(${text}, ${text})`,
      template`${fc.constantFrom("ISNULL", "ISNOTNULL")}(${exact})`,
      ...conditional(boolean),
    ),
  };
});

export const formulas: fc.Arbitrary<string> = fc.oneof(exact, text, time, boolean);
