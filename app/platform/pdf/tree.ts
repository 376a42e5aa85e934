import { createElement, type ReactElement } from 'react';
import { z } from 'zod';

/** What the components of a paper come to: parts, looks and words, so plain that another thread can be sent it. */
export type Part =
  | { type: 'TEXT_INSTANCE'; value: string }
  | { type: string; style: unknown; props: Record<string, unknown>; children: Part[] };

const partShape: z.ZodType<Part> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('TEXT_INSTANCE'), value: z.string() }),
    z.object({
      ...{ type: z.string(), style: z.unknown(), props: z.record(z.string(), z.unknown()) },
      children: z.array(partShape),
    }),
  ]),
);

const document = z.object({ document: z.object({ children: z.array(partShape) }) });

/** The parts within the document that the drawing library keeps of an element. */
export const partsOf = (kept: unknown) => document.parse(kept).document.children;

/** The number of a page is known when it is drawn: a paper says that it wants it, and what stands between. */
export const pageNumber = (style: unknown, between: string) =>
  createElement('TEXT', { style, numbered: between });

/** An element the drawing library reads, made of a part again. */
export function elementOf(part: Part, key: number): ReactElement | string {
  if ('value' in part) return part.value;
  const { numbered, ...props } = part.props;
  const number = typeof numbered === 'string' ? { render: inWords(numbered) } : {};
  return createElement(
    part.type,
    { ...props, ...number, style: part.style, key },
    ...part.children.map(elementOf),
  );
}

type Numbers = { pageNumber: number; totalPages: number };

const inWords =
  (between: string) =>
  ({ pageNumber: page, totalPages }: Numbers) =>
    `${page} ${between} ${totalPages}`;
