import { defineMessages } from "../i18n";

export const messages = defineMessages({
  en: {
    email: "E-mail",
    name: "Your name",
    password: "A password",
    newPassword: "New password",
    passwordHint: "At least 10 characters; four unrelated words are good.",
    toSignIn: "To the sign-in page",
    code: {
      title: "One more step",
      lead: "Your account asks for a code.",
      code: "Code",
      hint: "Six digits from your authenticator app, or one of your recovery codes.",
      submit: "Go on",
    },
    forgot: {
      link: "Forgot the password?",
      title: "A new password",
      lead: "We send a link to your address. It holds for two hours.",
      submit: "Send me a link",
      sent: "If there is an account with this address, a link is on its way to it.",
    },
    reset: {
      title: "Choose a new password",
      lead: "You will be signed out everywhere else.",
      submit: "Save and sign in",
      used: "This link was used already or is too old. Ask for a new one.",
    },
    invitation: {
      title: (workspace: string) => `Welcome to ${workspace}`,
      lead: (email: string) => `You were invited as ${email}.`,
      accept: "Accept the invitation",
      used: "This invitation was used already or is too old. Ask for a new one, or sign in.",
    },
  },
  es: {
    email: "Correo electrónico",
    name: "Su nombre",
    password: "Una contraseña",
    newPassword: "Contraseña nueva",
    passwordHint: "Al menos 10 caracteres; cuatro palabras sin relación son una buena idea.",
    toSignIn: "A la página de inicio de sesión",
    code: {
      title: "Un paso más",
      lead: "Su cuenta pide un código.",
      code: "Código",
      hint: "Seis cifras de su aplicación de autenticación, o uno de sus códigos de recuperación.",
      submit: "Continuar",
    },
    forgot: {
      link: "¿Olvidó la contraseña?",
      title: "Una contraseña nueva",
      lead: "Le enviamos un enlace a su dirección. Vale dos horas.",
      submit: "Enviarme un enlace",
      sent: "Si hay una cuenta con esta dirección, el enlace ya está en camino.",
    },
    reset: {
      title: "Elija una contraseña nueva",
      lead: "Se cerrará su sesión en todos los demás lugares.",
      submit: "Guardar e iniciar sesión",
      used: "Este enlace ya se usó o es demasiado antiguo. Pida uno nuevo.",
    },
    invitation: {
      title: (workspace: string) => `Le damos la bienvenida a ${workspace}`,
      lead: (email: string) => `La invitación es para ${email}.`,
      accept: "Aceptar la invitación",
      used: "Esta invitación ya se usó o es demasiado antigua. Pida una nueva o inicie sesión.",
    },
  },
});
