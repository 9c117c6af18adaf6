// Suggestions while somebody types their union. The page works without this: the button beside the field
// looks it up as well.
const field = document.querySelector("#organization");
const list = document.querySelector("#union-list");
const chosen = document.querySelector("#organization-id");
if (field && list && chosen) {
    let timer;
    let asked = 0;
    const close = () => {
        list.hidden = true;
        list.replaceChildren();
        field.setAttribute("aria-expanded", "false");
    };
    const choose = (item) => {
        field.value = item.label;
        chosen.value = item.organization_id;
        close();
        field.focus();
    };
    const show = (items) => {
        list.replaceChildren(
            ...items.map((item) => {
                const button = document.createElement("button");
                button.type = "button";
                button.textContent = item.label;
                button.addEventListener("click", () => choose(item));
                const entry = document.createElement("li");
                entry.append(button);
                return entry;
            }),
        );
        list.hidden = items.length === 0;
        field.setAttribute("aria-expanded", String(items.length > 0));
    };
    const ask = async () => {
        const text = field.value.trim();
        const turn = ++asked;
        if (text.length < 2) return close();
        const answer = await fetch(`${location.pathname}/unions?text=${encodeURIComponent(text)}`);
        if (answer.ok && turn === asked) show((await answer.json()).items);
    };
    field.addEventListener("input", () => {
        chosen.value = "";
        clearTimeout(timer);
        timer = setTimeout(ask, 150);
    });
    field.addEventListener("keydown", (event) => {
        if (event.key === "Escape") close();
        if (event.key === "ArrowDown" && !list.hidden) {
            event.preventDefault();
            list.querySelector("button")?.focus();
        }
    });
    list.addEventListener("keydown", (event) => {
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        if (event.key === "Escape") close();
        if (!step) return;
        event.preventDefault();
        const buttons = [...list.querySelectorAll("button")];
        const next = buttons[buttons.indexOf(document.activeElement) + step];
        (next ?? field).focus();
    });
}
