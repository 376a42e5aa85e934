import type { Tone } from '#app/ui/status-tag.tsx';

import type { Drawing, DrawnBox, DrawnLink } from '../picture/drawing.ts';
import { sizes } from '../picture/laid.ts';
import { countInWords } from '../picture/words.ts';
import { fitting, shapeOf } from './shapes.ts';

type ChainGraphProps = {
  drawing: Drawing;
  caption: string;
  /** Where the same stands as tables, as an address on the page. */
  tables: string;
  direction?: 'ltr' | 'rtl';
};

const head = 44;
const edge = 8;

const strokes: Record<Tone, string> = {
  suspended: 'stroke-stopped',
  watch: 'stroke-watch',
  withdrawn: 'stroke-ended',
  neutral: 'stroke-ink-3',
  applicant: 'stroke-info',
  certified: 'stroke-certified',
};
const grounds: Record<Tone, string> = {
  suspended: 'fill-stopped-soft',
  watch: 'fill-watch-soft',
  withdrawn: 'fill-ended-soft',
  neutral: 'fill-card',
  applicant: 'fill-info-soft',
  certified: 'fill-certified-soft',
};
const inks: Record<Tone, string> = {
  suspended: 'fill-stopped',
  watch: 'fill-watch',
  withdrawn: 'fill-ended',
  neutral: 'fill-ink-2',
  applicant: 'fill-info',
  certified: 'fill-certified',
};

/**
 * A labour supply chain from the worker's home to the brand, drawn on the server. It moves within its frame on a narrow
 * screen; the tables it points to say the same.
 */
export function ChainGraph({ drawing, caption, tables, direction = 'ltr' }: ChainGraphProps) {
  const { width, height, headings, boxes, links } = drawing;
  const rtl = direction === 'rtl';
  const flip = rtl ? `translate(${width} 0) scale(-1 1)` : undefined;
  return (
    <figure className="rounded-panel border border-line bg-card p-4">
      <p className="mb-3 sm:hidden">
        <a href={tables} className="link">
          Read it as a list
        </a>
      </p>
      <div className="overflow-x-auto" role="region" aria-label={caption} tabIndex={0} dir={direction}>
        <svg
          role="group"
          aria-label={caption}
          width={width + 2 * edge}
          height={height + head + 2 * edge}
          viewBox={`${-edge} ${-head - edge} ${width + 2 * edge} ${height + head + 2 * edge}`}
          direction={direction}
          className="block max-w-none font-sans"
        >
          {headings.map(({ x, text }) => (
            <text key={x} x={rtl ? width - x : x} y={-head / 2} fontSize="14" className="fill-ink-2">
              {text}
            </text>
          ))}
          <g transform={flip} fill="none">
            {links.map((link) => (
              <Ribbon key={link.id} link={link} />
            ))}
          </g>
          {boxes.map((box) => (
            <Party key={box.id} box={box} x={rtl ? width - box.x - sizes.box.width : box.x} rtl={rtl} />
          ))}
        </svg>
      </div>
      <figcaption className="mt-3 text-sm text-ink-2">
        Width: workers a year; a broken line where that is unknown or the way runs back. Colour: worst risk on
        the step.{' '}
        {drawing.grouped > 0
          ? `There are too many for one picture: ${countInWords(drawing.grouped)} parties stand together with others of their kind${drawing.inside > 0 ? `, and ${countInWords(drawing.inside)} steps run between them` : ''}. `
          : null}
        <a href={tables} className="link">
          The same as tables
        </a>
      </figcaption>
    </figure>
  );
}

function Ribbon({ link: { path, breadth, tone, title, dashed } }: { link: DrawnLink }) {
  return (
    <path
      d={path}
      className={strokes[tone]}
      strokeWidth={breadth}
      strokeOpacity="0.55"
      strokeDasharray={dashed ? '6 5' : undefined}
    >
      <title>{title}</title>
    </path>
  );
}

function Party({ box, x, rtl }: { box: DrawnBox; x: number; rtl: boolean }) {
  const picture = <PartyShape box={box} x={x} rtl={rtl} />;
  if (box.href === null) return picture;
  return (
    <a href={box.href} aria-label={[box.title, ...box.lines].join(', ')}>
      {picture}
    </a>
  );
}

function PartyShape({ box, x, rtl }: { box: DrawnBox; x: number; rtl: boolean }) {
  const look = `${grounds[box.tone]} ${box.tone === 'neutral' ? 'stroke-line-strong' : strokes[box.tone]}`;
  const { width } = sizes.box;
  const pad = box.kind === 'place' ? 24 : 14;
  const start = rtl ? width - pad : pad;
  const room = box.kind === 'place' ? 17 : 20;
  const top = box.lines.length === 2 ? 22 : box.lines.length === 1 ? 30 : 39;
  return (
    <g transform={`translate(${x} ${box.y})`}>
      <title>{[box.title, ...box.lines].join(', ')}</title>
      {box.several ? <path d={shapeOf(box.kind)} transform="translate(4 4)" className={look} /> : null}
      <path
        d={shapeOf(box.kind)}
        className={look}
        strokeWidth={box.kind === 'brand' ? 3 : 1}
        strokeDasharray={box.withheld ? '5 4' : undefined}
      />
      <text x={start} y={top} fontSize="14" className="fill-ink font-semibold">
        {fitting(box.title, room)}
      </text>
      {box.lines.map((line, at) => (
        <text key={line} x={start} y={top + 18 * (at + 1)} fontSize="12" className={inks[box.tone]}>
          {fitting(line, room + 5)}
        </text>
      ))}
    </g>
  );
}
