import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const read = (lang) => JSON.parse(readFileSync(new URL(`../../src/i18n/${lang}.json`, import.meta.url), "utf8"));
const en = read("en");
const placeholders = (text) => [...new Set([...(typeof text === "string" ? text : text.other).matchAll(/\{\w+\}/g)].map((m) => m[0]))].sort();

for (const lang of ["ar", "zh"]) {
  const texts = read(lang);
  test(`${lang} has the keys of en, and no others`, () => {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(en).sort());
  });
  test(`${lang} has every plural form of its language`, () => {
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.slice().sort();
    for (const [key, text] of Object.entries(texts)) {
      if (typeof en[key] === "object") assert.deepEqual(Object.keys(text).sort(), forms, key);
    }
  });
  test(`${lang} fills in what en fills in`, () => {
    for (const [key, text] of Object.entries(texts)) assert.deepEqual(placeholders(text), placeholders(en[key]), key);
  });
  test(`${lang} is translated`, () => {
    const same = Object.keys(en).filter((key) => JSON.stringify(en[key]) === JSON.stringify(texts[key]));
    const allowed = /^(export\.(json|gexf|graphml|geojson)|date\.range|nav\.api)$/;
    assert.deepEqual(same.filter((key) => !allowed.test(key)), []);
  });
}
