import type { Mention, Mentions, Respondent, RespondentRole, StatedCorridor } from './mention.ts';
import { actorKinds, contractAnswers, licensedAnswers, type ChainEdge, type Source } from './model.ts';
import { alikeNames, type Alike } from './reading/alike.ts';
import { withPayments } from './reading/paying.ts';
import {
  codeAt,
  codesAt,
  countryAt,
  numberAt,
  rowsAt,
  saysYes,
  textAt,
  type Stored,
  type StoredRow,
} from './reading/rows.ts';

/**
 * What one submitted questionnaire says of the chain: village → … → respondent in the order of `steps`, who supplies the
 * respondent, what is paid on the way. Total over any answers: what has not the shape of its question is passed over.
 * Workers answer without names; they add no party.
 */
export function mentionsOf(
  role: RespondentRole,
  respondent: Respondent,
  answers: Stored,
  responseId: string,
): Mentions {
  if (role === 'worker') return { nodes: [], edges: [], corridors: [] };
  const sourceAt = (path: string): Source => ({ responseId, path });
  const self = ownMention({ role, respondent, answers, source: sourceAt('company_name') });
  const upstream = rowsAt(answers, 'upstream').flatMap((row) => upstreamMention(row, sourceAt));
  const known = [self, ...upstream.map(({ mention }) => mention)];
  const alike = alikeNames();
  const steps = stepsOf(answers, { known, alike }, sourceAt);
  const edges = [
    ...journeysOf(steps).flatMap((journey) => edgesOf(journey, self)),
    ...upstream.flatMap(({ mention, row }) => supplyEdge(row, [mention, self], sourceAt)),
  ];
  const nodes = [
    ...new Map([...steps.map(({ mention }) => mention), ...known].map((each) => [each.key, each])).values(),
  ];
  const corridors = rowsAt(answers, 'corridors').map((row) => corridorOf(row, sourceAt));
  return withPayments({ nodes, edges, corridors }, { answers, self, sourceAt, alike });
}

type SourceAt = (path: string) => Source;
const keyOf = ({ responseId, path }: Source) => `${responseId}:${path}`;

type Own = {
  role: Exclude<RespondentRole, 'worker'>;
  respondent: Respondent;
  answers: Stored;
  source: Source;
};

const ownMention = ({ role, respondent, answers, source }: Own): Mention => ({
  key: keyOf({ ...source, path: 'self' }),
  kind: role,
  name: respondent.name || (textAt(answers, 'company_name') ?? ''),
  country: respondent.country ?? countryAt(answers, 'country'),
  place: respondent.place ?? textAt(answers, 'place'),
  licensed: 'unknown',
  licence: textAt(answers, 'registration'),
  email: null,
  ...{ mayInvite: false, withheld: false, respondent: true },
  source,
});

function upstreamMention({ row, path }: StoredRow, sourceAt: SourceAt) {
  const kind = codeAt(row, 'up_kind', actorKinds);
  if (!kind) return [];
  const mention: Mention = {
    key: keyOf(sourceAt(path())),
    kind,
    name: textAt(row, 'up_name') ?? '',
    country: countryAt(row, 'up_country'),
    place: textAt(row, 'up_place'),
    licensed: textAt(row, 'up_licence') ? 'yes' : 'unknown',
    licence: textAt(row, 'up_licence'),
    email: textAt(row, 'up_email'),
    mayInvite: saysYes(row, 'up_may_invite'),
    // Who has not said yes has not agreed.
    withheld: !saysYes(row, 'up_may_be_seen'),
    respondent: false,
    source: sourceAt(path('up_name')),
  };
  return [{ mention, row: { row, path } }];
}

type Step = { mention: Mention; row: Stored; source: Source; journey: string };

/** A journey's country is written once: rows below, without one, go on with it. */
function stepsOf(answers: Stored, told: { known: Mention[]; alike: Alike }, sourceAt: SourceAt): Step[] {
  const { alike } = told;
  const known = [...told.known];
  let [origin, destination]: (string | null)[] = [null, null];
  return rowsAt(answers, 'steps').flatMap(({ row, path }) => {
    const kind = codeAt(row, 'step_kind', actorKinds);
    if (!kind) return [];
    origin = countryAt(row, 'step_origin') ?? origin;
    destination = countryAt(row, 'step_destination') ?? destination;
    const name = textAt(row, 'step_name') ?? '';
    // Somebody whom the same respondent has named already is not somebody else.
    const before = known.find((each) => each.kind === kind && name !== '' && alike(each.name, name));
    const mention = before ?? stepMention({ row, path }, { kind, name }, sourceAt);
    if (!before) known.push(mention);
    if (before?.licensed === 'unknown')
      before.licensed = codeAt(row, 'step_licensed', licensedAnswers) ?? 'unknown';
    const journey = `${origin ?? ''}-${destination ?? ''}`;
    return [{ mention, row, source: sourceAt(path()), journey }];
  });
}

const stepMention = (
  { row, path }: StoredRow,
  { kind, name }: Pick<Mention, 'kind' | 'name'>,
  sourceAt: SourceAt,
): Mention => ({
  key: keyOf(sourceAt(path())),
  kind,
  name,
  country: countryAt(row, 'step_country') ?? (kind === 'place' ? countryAt(row, 'step_origin') : null),
  place: textAt(row, 'step_place'),
  licensed: codeAt(row, 'step_licensed', licensedAnswers) ?? 'unknown',
  ...{ licence: null, email: null, mayInvite: false, withheld: false, respondent: false },
  source: sourceAt(path('step_name')),
});

type Journey = { homes: Step[]; way: Step[] };

/** A new village after somebody else begins a new journey, and so does another pair of countries. */
function journeysOf(steps: Step[]): Journey[] {
  const journeys: Journey[] = [];
  let before: Step | undefined;
  for (const step of steps) {
    const isHome = step.mention.kind === 'place';
    const goesOn = before?.journey === step.journey && (!isHome || before.mention.kind === 'place');
    if (!goesOn) journeys.push({ homes: [], way: [] });
    journeys.at(-1)?.[isHome ? 'homes' : 'way'].push(step);
    before = step;
  }
  return journeys;
}

/** Villages side by side lead to the first on the way; each on the way to the next; the last to who answers. */
function edgesOf({ homes, way }: Journey, self: Mention): ChainEdge[] {
  const first = way[0]?.mention ?? self;
  return [
    ...homes.map((home) => stepEdge(home, first)),
    ...way.map((step, place) => stepEdge(step, way[place + 1]?.mention ?? self)),
  ].filter(({ from, to }) => from !== to);
}

function stepEdge({ mention, row, source, journey }: Step, to: Mention): ChainEdge {
  const [origin, destination] = journey.split('-');
  return {
    id: `${mention.key}>${to.key}@${source.path}`,
    from: mention.key,
    to: to.key,
    workersAYear: numberAt(row, 'step_workers'),
    origin: origin || null,
    destination: destination || null,
    contract: codeAt(row, 'step_contract', contractAnswers) ?? 'unknown',
    held: codesAt(row, 'step_holds').filter((each) => each !== 'none'),
    payments: [],
    sources: [source],
  };
}

function supplyEdge(
  { row, path }: StoredRow,
  [from, to]: [Mention, Mention],
  sourceAt: SourceAt,
): ChainEdge[] {
  return [
    {
      id: `${from.key}>${to.key}`,
      from: from.key,
      to: to.key,
      workersAYear: numberAt(row, 'up_workers'),
      ...{ origin: null, destination: null },
      contract: codeAt(row, 'up_contract', contractAnswers) ?? 'unknown',
      ...{ held: [], payments: [] },
      sources: [sourceAt(path())],
    },
  ];
}

const corridorOf = ({ row, path }: StoredRow, sourceAt: SourceAt): StatedCorridor => ({
  origin: countryAt(row, 'cor_origin'),
  province: textAt(row, 'cor_province'),
  transit: codesAt(row, 'cor_transit'),
  destination: countryAt(row, 'cor_destination'),
  sector: textAt(row, 'cor_sector'),
  workersAYear: numberAt(row, 'cor_workers'),
  channel: textAt(row, 'cor_channel'),
  wage: numberAt(row, 'cor_wage'),
  wageCurrency: textAt(row, 'cor_wage_currency'),
  source: sourceAt(path()),
});
