import { createRequire } from 'node:module';

import { Font } from '@react-pdf/renderer';

import { latin, type Family } from './words.ts';

/** Found from wherever this runs, in the bundle as well: packages keep their fonts. */
const { resolve } = createRequire(import.meta.url);

const files: Record<Family, readonly [regular: string, bold: string]> = {
  [latin]: [
    '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  ],
  'Noto Sans Devanagari': [
    '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
    '@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf',
  ],
  'Noto Sans Bengali': [
    '@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf',
    '@expo-google-fonts/noto-sans-bengali/700Bold/NotoSansBengali_700Bold.ttf',
  ],
  'Noto Sans Arabic': [
    '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  ],
  'Noto Sans Thai': [
    '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
    '@expo-google-fonts/noto-sans-thai/700Bold/NotoSansThai_700Bold.ttf',
  ],
  'Noto Sans Khmer': [
    '@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf',
    '@expo-google-fonts/noto-sans-khmer/700Bold/NotoSansKhmer_700Bold.ttf',
  ],
  'Noto Sans Myanmar': [
    '@expo-google-fonts/noto-sans-myanmar/400Regular/NotoSansMyanmar_400Regular.ttf',
    '@expo-google-fonts/noto-sans-myanmar/700Bold/NotoSansMyanmar_700Bold.ttf',
  ],
  'Noto Sans Ethiopic': [
    '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
    '@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf',
  ],
};

let ready: Promise<unknown> | undefined;

/** Once a process: what follows from a font is worked out as its letters are needed. */
export const loadFonts = () => (ready ??= registerAll());

async function registerAll() {
  for (const [family, [regular, bold]] of Object.entries(files)) {
    Font.register({ family, src: resolve(regular), fontWeight: 400 });
    Font.register({ family, src: resolve(bold), fontWeight: 700 });
  }
  // Names and addresses must be read as they were written: no hyphens of ours.
  Font.registerHyphenationCallback((word) => [word]);
  const faces = Object.keys(files).flatMap((fontFamily) =>
    [400, 700].map((fontWeight) => ({ fontFamily, fontWeight })),
  );
  await Promise.all(faces.map((face) => Font.load(face)));
  for (const face of faces) {
    const { data } = Font.getFont(face);
    if (hasLayout(data)) settle(data);
  }
}

type Face = {
  layout: (text: string, features: unknown, ...rest: unknown[]) => { positions: Position[] };
};
const hasLayout = (data: object | null): data is Face => data !== null && 'layout' in data;

type Position = { xAdvance: number; xOffset: number };

const simple =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/**
 * The drawing library loses a letter whose glyphs are several when a line begins with it, and forgets how far a sign is
 * moved aside. So: one glyph a letter where the font has it, and the move is told as the way from glyph to glyph.
 */
function settle(face: Face) {
  const layout = face.layout.bind(face);
  face.layout = (text, features, ...rest) => {
    const run = layout(text, simple.test(text) ? { ccmp: false } : features, ...rest);
    run.positions.forEach((position, index) => {
      const before = run.positions[index - 1];
      if (!before || position.xOffset === 0) return;
      before.xAdvance += position.xOffset;
      position.xAdvance -= position.xOffset;
      position.xOffset = 0;
    });
    return run;
  };
}
