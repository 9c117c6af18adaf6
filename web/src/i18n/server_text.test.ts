import { expect, it } from "vitest";
import * as spanish from "./server_messages_es";
import { translate } from "./server_text";

it("says the server's sentences in Spanish, with their numbers and names", () => {
  expect(translate("This is not an e-mail address.", spanish)).toBe("Esto no es una dirección de correo.");
  expect(translate("At most 100 characters.", spanish)).toBe("Como máximo 100 caracteres.");
  expect(translate("From -90 to 90.", spanish)).toBe("De -90 a 90.");
  expect(translate("This person does not exist.", spanish)).toBe("Esta persona no existe.");
  expect(translate("This entry of the queue does not exist.", spanish)).toBe(
    "Esta entrada de la cola no existe.",
  );
});

it("leaves alone what it does not know", () => {
  expect(translate("Quite another sentence.", spanish)).toBe("Quite another sentence.");
});
