import { Section } from '#app/ui/page.tsx';

/** The same question in four languages; `origin` is the address of this installation. */
const examplesOf = (origin: string) => [
  {
    title: 'curl',
    code: `curl '${origin}/api/v1/recruiters?country=NP&status=certified'
curl '${origin}/api/v1/recruiters/LRN00012603?asOf=2026-03-01'`,
  },
  {
    title: 'TypeScript',
    code: `const answer = await fetch('${origin}/api/v1/recruiters/LRN00012603');
const body = await answer.json();
if (answer.status === 503) throw new Error('The register cannot answer now: ask again');
if (!answer.ok) console.log(body.code); // unknown_recruiter, not_public, removed …
else console.log(body.standing.status, body.standing.since);`,
  },
  {
    title: 'Python',
    code: `import json, urllib.error, urllib.request

try:
    with urllib.request.urlopen("${origin}/api/v1/recruiters/LRN00012603") as answer:
        print(json.load(answer)["standing"]["status"])
except urllib.error.HTTPError as refused:
    print(json.load(refused)["code"])`,
  },
  {
    title: 'Excel (Power Query: Data, Get Data, Blank Query, Advanced Editor)',
    code: `let
  Page = (cursor) => Json.Document(Web.Contents("${origin}", [
    RelativePath = "api/v1/recruiters",
    Query = [country = "NP", limit = "100"] & (if cursor = null then [] else [cursor = cursor])])),
  Pages = List.Generate(
    () => Page(null), each _ <> null, each if [next] = null then null else Page([next]), each [data]),
  Recruiters = Table.FromRecords(List.Combine(Pages),
    {"registrationNumber", "name", "country", "standing"}, MissingField.UseNull),
  Result = Table.ExpandRecordColumn(Recruiters, "standing", {"status", "since"})
in
  Result`,
  },
];

export const Examples = ({ origin }: { origin: string }) =>
  examplesOf(origin).map(({ title, code }) => (
    <Section key={title} title={title}>
      <pre className="overflow-x-auto rounded-panel border border-line bg-card p-4 text-sm whitespace-pre-wrap">
        {code}
      </pre>
    </Section>
  ));
