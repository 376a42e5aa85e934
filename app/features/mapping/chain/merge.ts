import type { Mention, Mentions } from './mention.ts';
import { into, mergedEdges, type Contradiction } from './merge-edges.ts';
import type { ChainEdge, ChainNode, Licensed, Source } from './model.ts';

/** What is known from outside: which mentions are one party, and which party stands in the register. */
export type Told = {
  identityOf: (mention: Mention) => string;
  recruiterOf?: (mention: Mention) => string | null;
};

export type MergedNode = ChainNode & {
  /** Every name it was given, as it was given. */
  names: string[];
  sources: Source[];
};

/** A chain of several answers. Nothing is overwritten: where they differ, the graver one counts and all are named. */
export type MergedChain = { nodes: MergedNode[]; edges: ChainEdge[]; contradictions: Contradiction[] };

/**
 * Several questionnaires as one chain. A party whose name was withheld stays by itself, whoever it is: to draw it together
 * with another would tell who it is.
 */
export function mergeMentions(all: readonly Mentions[], told: Told): MergedChain {
  const ids = new Map<string, string>();
  const groups = new Map<string, Mention[]>();
  for (const mention of all.flatMap(({ nodes }) => nodes)) {
    const id = mention.withheld ? mention.key : told.identityOf(mention);
    ids.set(mention.key, id);
    into(groups, id, mention);
  }
  const edges = mergedEdges(
    all.flatMap((each) => each.edges),
    ids,
  );
  const nodes = [...groups].map(([id, mentions]) => mergedNode(id, mentions, told));
  return {
    nodes,
    edges: edges.edges,
    contradictions: [
      ...[...groups].flatMap(([id, mentions]) => differences(id, mentions)),
      ...edges.contradictions,
    ],
  };
}

function mergedNode(id: string, mentions: Mention[], { recruiterOf }: Told): MergedNode {
  // Whoever answers knows best what they are.
  const first =
    mentions.find(({ respondent }) => respondent) ?? mentions.find(({ name }) => name !== '') ?? mentions[0];
  const withheld = mentions.every((each) => each.withheld);
  const names = withheld ? [] : [...new Set(mentions.map(({ name }) => name).filter(Boolean))];
  const known = <T>(of: (mention: Mention) => T | null) =>
    (first && of(first)) ?? mentions.map(of).find((each) => each !== null) ?? null;
  return {
    id,
    kind: first?.kind ?? 'place',
    name: withheld ? '' : (first?.name ?? ''),
    country: known(({ country }) => country),
    place: withheld ? null : known(({ place }) => place),
    licensed: gravest(mentions.map(({ licensed }) => licensed)),
    recruiterId: withheld ? null : known((mention) => recruiterOf?.(mention) ?? null),
    withheld,
    names,
    sources: mentions.map(({ source }) => source),
  };
}

const gravest = (said: Licensed[]): Licensed =>
  said.includes('no') ? 'no' : said.includes('yes') ? 'yes' : 'unknown';

const compared = {
  licensed: ({ licensed }: Mention) => (licensed === 'unknown' ? null : licensed),
  kind: ({ kind }: Mention) => kind,
  country: ({ country }: Mention) => country,
};

function differences(id: string, mentions: Mention[]): Contradiction[] {
  return (['licensed', 'kind', 'country'] as const).flatMap((about) => {
    const said = new Map<string, Source[]>();
    for (const mention of mentions) {
      const value = compared[about](mention);
      if (value !== null) said.set(value, [...(said.get(value) ?? []), mention.source]);
    }
    return said.size < 2
      ? []
      : [{ about, of: id, said: [...said].map(([value, sources]) => ({ value, sources })) }];
  });
}
