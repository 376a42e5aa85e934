import { expect, test } from 'vitest';

import { asPoints, linePoints, onAxis, radarPoints, valueInWords } from './geometry.ts';

test('the first axis of a radar points up, the next ones follow clockwise', () => {
  expect(onAxis({ axis: 0, of: 4, share: 1 }, 100)).toEqual({ x: 0, y: -100 });
  expect(onAxis({ axis: 1, of: 4, share: 0.5 }, 100)).toEqual({ x: 50, y: 0 });
});

test('an axis without a value is left out of the shape', () => {
  expect(radarPoints([1, undefined, 1, undefined], 10)).toHaveLength(2);
  expect(asPoints(radarPoints([1], 10))).toBe('0,-10');
});

test('a line runs from left to right, more is higher, and one point stands in the middle', () => {
  const box = { width: 100, height: 40 };
  expect(linePoints([0, undefined, 1], box)).toEqual([
    { x: 0, y: 40 },
    { x: 100, y: 0 },
  ]);
  expect(linePoints([0.5], box)).toEqual([{ x: 50, y: 20 }]);
});

test('a value has one decimal, nothing a dash', () => {
  expect([valueInWords(2), valueInWords(2.25), valueInWords(undefined)]).toEqual(['2.0', '2.3', '–']);
});
