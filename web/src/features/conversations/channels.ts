// How people were talked with, in words: for the organizers' app and for the volunteers' phones.
import { defineMessages } from "../../i18n";

export const channels = defineMessages({
  en: {
    in_person: "In person",
    phone: "Phone",
    text: "Text",
    door: "At the door",
    meeting: "At a meeting",
    video: "Video",
  },
  es: {
    in_person: "En persona",
    phone: "Teléfono",
    text: "Mensaje",
    door: "En su puerta",
    meeting: "En una reunión",
    video: "Video",
  },
});
