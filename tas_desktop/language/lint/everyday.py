"""Everyday words of pictures that pyspellchecker's list of running English lacks."""

from __future__ import annotations

from typing import Final

from tas_desktop.language.wordlists import word_set

EVERYDAY: Final = word_set(
    "hoodie hoody tshirt tee blonde brunette selfie wifi ipad iphone smartphone laptop emoji "
    "skateboarder snowboarder wakeboarder paddleboard kiteboard snowboarding broccoli guacamole burrito "
    "taco tortilla hummus croissant cupcake cheesecake pastry sprinkles frosting zucchini kiwi pepperoni "
    "jetski minivan suv moped scooter motorbike dirtbike firetruck streetcar forklift tuktuk semi "
    "flatscreen trackpad touchpad mousepad headboard countertop backsplash toaster dishwasher "
    "nightstand ottoman loveseat futon barstool tabletop placemat coaster doormat lampshade "
    "backmost frontmost centermost rearmost lefthand righthand upperleft bottommost leftest uppermost "
    "sunglasses headphones earbuds wristband headband scrunchie beanie fedora sombrero tiara onesie "
    "tutu leggings flipflop sneaker cardigan turtleneck windbreaker raincoat poncho "
    "giraffe zebra hippo rhino llama alpaca puppy kitty doggy doggie horsey moo teddy "
    "frisbee umpire batter catcher goalie ump surfer boogie wetsuit lifejacket snowsuit "
    "microwave fridge stovetop crockpot tupperware ziploc thermos sippy ramekin spatula tongs whisk "
    "pic photo foreground offscreen closeup midair sideways upside "
    "grayish greyish greenish bluish reddish yellowish brownish pinkish purplish whitish blackish orangish "
    "tan teal turquoise maroon beige khaki lavender magenta fuchsia multicolored multicolor rainbow "
    "plaid polka paisley camo camouflage checkered checkerboard pinstripe striped stripey dotted "
    "broccoli umbrella monitor motorcycle sandwich banana giraffe texting eclair cpu gif barista oclock "
    "kinda gonna wanna dude dudes bro chick gal lil ya yo mama daddy grandpa grandma"
)
