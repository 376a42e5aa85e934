import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

/** A lesson learned twice stands here, with the reason as its message. */
const house = [
  {
    selector: "CallExpression[callee.object.name='vi'][callee.property.name='mock']",
    message: 'What a test replaces is an argument, not a module.',
  },
  {
    selector: 'CallExpression[callee.name=/^(test|it|describe)$/] > Literal[value=/^should /]:first-child',
    message: 'A test is named by what is true, not by what should be.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings come from platform/config.server.ts.',
  },
];
const pure = [
  ...house,
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'A rule is told what time it is.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'A rule is told what time it is.',
  },
];

export default defineConfig(
  globalIgnores(['build', '.data', '.cache', 'db/schema.ts']),
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  a11y.flatConfigs.strict,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs', 'app/commands/*.mjs', 'public/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      eqeqeq: 'error',
      // A part of the page that scrolls must be reachable by keyboard (WCAG 2.1.1).
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'tabpanel'] }],
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...house],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Remix throws responses, and redirects are responses.
      '@typescript-eslint/only-throw-error': ['error', { allow: ['Response', 'TypedResponse'] }],
      // Kysely's expression builder is made to be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Types already say which field a setting or an answer has; the index signature is what makes us look.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  { files: ['**/{model,rules,policy}.ts'], rules: { 'no-restricted-syntax': ['error', ...pure] } },
  // A demonstration tells stories: long, and read once from top to bottom.
  {
    files: ['app/commands/demo/**'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  // A page is read from top to bottom: its markup is one thing, its logic lives elsewhere.
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['db/migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  // Called deprecated by its makers only so that it stands out: http is spoken to a provider on loopback alone.
  {
    files: ['app/features/accounts/sso/provider.server.ts'],
    rules: {
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
    },
  },
  {
    files: ['app/platform/config.server.ts', 'app/commands/**', 'tests/**', 'db/**', '*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...house.slice(0, 2)] },
  },
  {
    files: ['tests/**', '**/*.test.{ts,tsx}'],
    rules: {
      'max-lines-per-function': 'off',
      'no-empty-pattern': 'off',
      // vitest's and Playwright's fixtures have a parameter called use.
      'react-hooks/rules-of-hooks': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['*.js', '*.cjs', '**/*.mjs'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        module: 'writable',
        process: 'readonly',
        require: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
      },
    },
    rules: { 'no-restricted-syntax': 'off' },
  },
  // What browsers run as it stands.
  {
    files: ['public/*.js'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        atob: 'readonly',
        btoa: 'readonly',
        document: 'readonly',
        navigator: 'readonly',
        PublicKeyCredential: 'readonly',
      },
    },
  },
);
