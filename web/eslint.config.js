import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const onlyInUi = {
  patterns: [{ group: ["@mantine/*"], message: "Use src/ui: the component library is imported there only." }],
};

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/api/schema.d.ts"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-restricted-imports": ["error", onlyInUi],
      eqeqeq: "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  { files: ["src/ui/**"], rules: { "no-restricted-imports": "off" } },
  {
    // The volunteers' entry is small: neither the component library nor the organizer's app.
    files: ["src/talk/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^@mantine/|/ui(/index|/shell|/theme)?$|/app/",
              message: "Too heavy for talk.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["scripts/**", "public/**"],
    languageOptions: {
      globals: {
        console: "readonly",
        process: "readonly",
        document: "readonly",
        localStorage: "readonly",
        matchMedia: "readonly",
        self: "readonly",
        caches: "readonly",
        fetch: "readonly",
        URL: "readonly",
        Response: "readonly",
        setTimeout: "readonly",
        window: "readonly",
      },
    },
  },
);
