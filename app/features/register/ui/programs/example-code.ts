/** The main calls in four languages; `origin` is the address of this installation. A test runs all but the last. */
export const exampleCode = (origin: string) => [
  { title: 'curl', code: curl(origin) },
  { title: 'TypeScript', code: typescript(origin) },
  { title: 'Python', code: python(origin) },
  { title: 'Excel (Power Query: Data, Get Data, Blank Query, Advanced Editor)', code: powerQuery(origin) },
];

const curl = (origin: string) => `# One recruiter: today, and at the end of a past day
curl -sS '${origin}/api/v1/recruiters/LRN00012603'
curl -sS '${origin}/api/v1/recruiters/LRN00012603?asOf=2026-03-01'

# A list as CSV, without a key
curl -sS '${origin}/api/v1/verifications' -H 'Content-Type: text/csv' \\
  --data-binary $'ref,name,country\\n1,Himal Workforce,NP\\n'

# A list as JSON, with a key: there is a receipt, and sending it twice checks it once
curl -sS '${origin}/api/v1/verifications' -H "Authorization: Bearer $FAIRROUTE_KEY" \\
  -H 'Idempotency-Key: order-17' -H 'Content-Type: application/json' \\
  -d '{ "items": [{ "ref": "1", "registrationNumber": "LRN00012603" }] }'`;

const typescript = (origin: string) => `async function ask(path: string, sent?: RequestInit) {
  const answer = await fetch('${origin}/api/v1' + path, sent);
  const body = await answer.json();
  if (answer.status === 503) throw new Error('The register cannot answer now: ask again');
  if (!answer.ok) throw new Error(body.code); // unknown_recruiter, not_public, removed …
  return body;
}

async function main() {
  const { standing } = await ask('/recruiters/LRN00012603');
  console.log(standing.status, standing.since);

  // Every recruiter of a country, page by page
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await ask('/recruiters?country=NP&limit=100&cursor=' + encodeURIComponent(cursor));
    for (const { registrationNumber, name } of page.data) console.log(registrationNumber, name);
    cursor = page.next;
  }

  // A list
  const { results } = await ask('/verifications', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ items: [{ ref: '1', name: 'Himal Workforce', country: 'NP' }] }),
  });
  for (const { ref, outcome } of results) console.log(ref, outcome); // match, ambiguous, no_match
}

void main();`;

const python = (origin: string) => `import json
import urllib.error
import urllib.parse
import urllib.request


def ask(path, sent=None):
    request = urllib.request.Request("${origin}/api/v1" + path)
    if sent is not None:
        request.data = json.dumps(sent).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        # unknown_recruiter, not_public, removed; unavailable says nothing: ask again
        raise SystemExit(json.load(refused)["code"])


print(ask("/recruiters/LRN00012603")["standing"]["status"])

cursor = ""
while cursor is not None:
    page = ask("/recruiters?country=NP&limit=100&cursor=" + urllib.parse.quote(cursor))
    for recruiter in page["data"]:
        print(recruiter["registrationNumber"], recruiter["name"])
    cursor = page["next"]

checked = ask("/verifications", {"items": [{"ref": "1", "name": "Himal Workforce", "country": "NP"}]})
for result in checked["results"]:
    print(result["ref"], result["outcome"])`;

const powerQuery = (origin: string) => `let
  Page = (cursor) => Json.Document(Web.Contents("${origin}", [
    RelativePath = "api/v1/recruiters",
    Query = [country = "NP", limit = "100"] & (if cursor = null then [] else [cursor = cursor])])),
  Pages = List.Generate(
    () => Page(null), each _ <> null, each if [next] = null then null else Page([next]), each [data]),
  Recruiters = Table.FromRecords(List.Combine(Pages),
    {"registrationNumber", "name", "country", "standing"}, MissingField.UseNull),
  Result = Table.ExpandRecordColumn(Recruiters, "standing", {"status", "since"})
in
  Result`;
