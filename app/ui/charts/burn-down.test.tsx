import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { BurnDown } from './burn-down.tsx';

const picture = renderToStaticMarkup(
  <BurnDown
    caption="Corrective actions open"
    layers={['Critical', 'Major', 'Minor']}
    planned="Left by plan"
    late="Late"
    points={[
      { label: '1 May 2026', layers: [1, 2, 0], planned: 3, late: 1 },
      { label: '1 June 2026', layers: undefined, planned: 0, late: undefined },
    ]}
  />,
);

test('every number of the picture stands in a table; days to come have none yet', () => {
  const rows = [...picture.matchAll(/<tr[^>]*><th scope="row"[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
  );
  expect(rows).toEqual(['1 May 2026 1 2 0 1 3 ', '1 June 2026 – – – – 0 ']);
});

test('the picture is drawn for the eye alone: a bar for each layer that is not empty, and the line of the plan', () => {
  expect(picture).toContain('<svg aria-hidden="true"');
  const [drawing = ''] = picture.split('</svg>');
  expect(drawing.match(/<rect/g)).toHaveLength(2);
  expect(drawing.match(/<polyline/g)).toHaveLength(1);
});
